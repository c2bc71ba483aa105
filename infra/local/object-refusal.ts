import type { Reply } from "./server.ts";

const statuses = {
  AccessDenied: 403,
  InvalidAccessKeyId: 403,
  SignatureDoesNotMatch: 403,
  RequestTimeTooSkewed: 403,
  XAmzContentSHA256Mismatch: 400,
  EntityTooSmall: 400,
  EntityTooLarge: 400,
  InvalidArgument: 400,
  MalformedPOSTRequest: 400,
  InvalidRange: 416,
  MethodNotAllowed: 405,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  PreconditionFailed: 412,
};

/** The store's own no, as S3 words it. */
export class ObjectRefusal extends Error {
  override readonly name = "ObjectRefusal";
  readonly code: keyof typeof statuses;

  constructor(code: keyof typeof statuses, message = "") {
    super(message);
    this.code = code;
  }

  get reply(): Reply {
    const told = `<Code>${this.code}</Code><Message>${this.message.replace(/[<>&]/g, " ")}</Message>`;
    return {
      status: statuses[this.code],
      headers: { "content-type": "application/xml" },
      body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${told}</Error>`,
    };
  }
}
