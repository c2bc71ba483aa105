/** Long enough to read a stamp and a number on a photographed page. */
const longest = 2000;
const quality = 0.82;

/**
 * A picture made anew from what is seen on it: smaller, upright, and without what the camera wrote beside it, such as
 * where it was taken. Undefined where the browser cannot read it.
 */
export async function madeSmaller(file: Blob): Promise<Blob | undefined> {
  try {
    const seen = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longest / Math.max(seen.width, seen.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(seen.width * scale));
    canvas.height = Math.max(1, Math.round(seen.height * scale));
    const paper = canvas.getContext("2d");
    if (!paper) return undefined;
    // What is see-through would turn black.
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(seen, 0, 0, canvas.width, canvas.height);
    seen.close();
    return await new Promise((resolve) =>
      canvas.toBlob((made) => resolve(made ?? undefined), "image/jpeg", quality),
    );
  } catch {
    // No picture, or of a kind this browser does not know.
    return undefined;
  }
}
