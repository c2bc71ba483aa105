/**
 * Run before a deployment: ends non-zero while a conference is under way, since a vote page keeps its version until
 * the day ends. `ADDRESS` is that of the running site; `ADDRESS=none` says that there is none yet.
 */
const { ADDRESS } = process.env;

function say(vietnamese: string, english: string) {
  console.error(`${vietnamese} · ${english}`);
}

async function openHalls(address: string): Promise<number | undefined> {
  try {
    const response = await fetch(new URL("/api/public/halls", address));
    const { open }: { open?: number } = response.ok ? await response.json() : {};
    return open;
  } catch {
    // Nobody answers: that is not an answer of "none".
    return undefined;
  }
}

if (!ADDRESS) {
  say(
    "Hãy đặt ADDRESS là địa chỉ trang đang chạy (lần đầu: ADDRESS=none).",
    "Set ADDRESS to the running site's address (the first time: ADDRESS=none).",
  );
  process.exitCode = 1;
} else if (ADDRESS !== "none") {
  const open = await openHalls(ADDRESS);
  if (open === undefined) {
    say(`${ADDRESS} không trả lời, chưa triển khai.`, `${ADDRESS} does not answer; nothing is deployed.`);
    process.exitCode = 1;
  } else if (open > 0) {
    say(
      `Đang có ${open} hội nghị diễn ra: đợi kết thúc rồi hãy triển khai.`,
      `${open} conferences are under way: deploy when they have ended.`,
    );
    process.exitCode = 1;
  }
}
