/** One segment a unit up to here, a smooth ring above. */
const mostSegments = 12;
const radius = 83;
const gap = 3;

export type Ring = { segments: { path: string; isOn: boolean }[]; part: number; tick: string | undefined };

/** A ring of so many on a field of 200 by 200: from the top, clockwise. */
export function ringOf({ count, of, need }: { count: number; of: number; need?: number | undefined }): Ring {
  const isSegmented = of > 0 && of <= mostSegments;
  const turn = 360 / Math.max(of, 1);
  return {
    segments: isSegmented
      ? Array.from({ length: of }, (_, at) => ({
          path: arc(at * turn + gap, (at + 1) * turn - gap),
          isOn: at < count,
        }))
      : [],
    part: of > 0 ? Math.min(count / of, 1) : 0,
    tick: need === undefined || need < 1 ? undefined : `M${point(need * turn, 69)}L${point(need * turn, 97)}`,
  };
}

function arc(from: number, to: number): string {
  const isLong = to - from > 180 ? 1 : 0;
  return `M${point(from, radius)}A${radius} ${radius} 0 ${isLong} 1 ${point(to, radius)}`;
}

function point(degrees: number, distance: number): string {
  const angle = (degrees * Math.PI) / 180;
  return `${(100 + distance * Math.sin(angle)).toFixed(2)} ${(100 - distance * Math.cos(angle)).toFixed(2)}`;
}
