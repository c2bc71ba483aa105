import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { Trouble } from "./trouble.ts";

export type Certificate = { cert: string; key: string; host: string };

/** How a laptop in a hall comes by a certificate that phones trust without a question. */
const howToGetOne = {
  vietnamese: [
    "Điện thoại chỉ niêm phong phiếu trên trang có chứng thư. Cách có chứng thư:",
    "1. Có một tên miền (ví dụ hop.tinh.gov.vn), trỏ bản ghi A về địa chỉ của máy này trong mạng hội trường.",
    "2. Xin chứng thư bằng thử thách DNS (ACME dns-01), không cần mở máy ra Internet.",
    "3. HALL_CERT=fullchain.pem HALL_KEY=privkey.pem OPERATOR_PASSWORD=… npm start -- --hall",
    "Không có chứng thư: dùng máy tính bảng chung tại bàn (kiosk) trên chính máy này, hoặc phiếu giấy.",
  ],
  english: [
    "Phones seal ballots only on a page with a certificate. To get one:",
    "1. Take a domain name of yours and point its A record at this machine's address in the hall's network.",
    "2. Ask for a certificate by the DNS challenge (ACME dns-01); the machine need not be reachable from outside.",
    "3. HALL_CERT=fullchain.pem HALL_KEY=privkey.pem OPERATOR_PASSWORD=… npm start -- --hall",
    "Without one: a shared kiosk on this very machine, or paper.",
  ],
};

/** The certificate a hall is served with, looked through before anybody waits for it. */
export function readCertificate(certFile: string | undefined, keyFile: string | undefined): Certificate {
  if (!certFile || !keyFile)
    throw new Trouble(howToGetOne.vietnamese.join("\n"), `\n${howToGetOne.english.join("\n")}`);
  const [cert, key] = [read(certFile), read(keyFile)];
  const parsed = parse(cert, certFile);
  if (!parsed.checkPrivateKey(keyIn(key, keyFile)))
    throw new Trouble(
      `Khóa ${keyFile} không phải của chứng thư ${certFile}: hãy đặt đúng cặp HALL_CERT và HALL_KEY.`,
      `The key ${keyFile} does not belong to ${certFile}: set the right pair of HALL_CERT and HALL_KEY.`,
    );
  if (Date.parse(parsed.validTo) < Date.now())
    throw new Trouble(
      `Chứng thư ${certFile} hết hạn ngày ${parsed.validTo}: hãy xin chứng thư mới trước hội nghị.`,
      `The certificate ${certFile} ended on ${parsed.validTo}: get a new one before the conference.`,
    );
  return { cert, key, host: hostOf(parsed) };
}

function hostOf({ subjectAltName = "", subject }: X509Certificate): string {
  const [, named] = /DNS:([^,\s]+)/.exec(subjectAltName) ?? /CN=([^\n]+)/.exec(subject) ?? [];
  return named ?? "localhost";
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Trouble(`Không đọc được ${file}: hãy kiểm tra đường dẫn.`, `${file} cannot be read.`, cause);
  }
}

function parse(cert: string, file: string): X509Certificate {
  try {
    return new X509Certificate(cert);
  } catch (cause) {
    throw new Trouble(`${file} không phải chứng thư PEM.`, `${file} is no certificate in PEM.`, cause);
  }
}

function keyIn(key: string, file: string) {
  try {
    return createPrivateKey(key);
  } catch (cause) {
    throw new Trouble(`${file} không phải khóa PEM.`, `${file} is no private key in PEM.`, cause);
  }
}
