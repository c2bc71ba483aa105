import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseHeadersPolicyProps,
} from "aws-cdk-lib/aws-cloudfront";

/** Nothing from strangers, nothing inline; pictures may also be made in the page, or be evidence. */
const contentSecurityPolicy = (evidence: string) =>
  Object.entries({
    "default-src": "'self'",
    "connect-src": `'self' https://${evidence}`,
    "img-src": `'self' data: blob: https://${evidence}`,
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  })
    .map((rule) => rule.join(" "))
    .join("; ");

/** What every answer of the site's host carries. */
export const headersFor = (evidence: string): ResponseHeadersPolicyProps => ({
  securityHeadersBehavior: {
    contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(evidence), override: true },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
    strictTransportSecurity: {
      accessControlMaxAge: Duration.days(730),
      includeSubdomains: true,
      override: true,
    },
  },
  customHeadersBehavior: {
    customHeaders: [
      // The camera reads tickets and key shares; nothing else of the device is needed.
      { header: "permissions-policy", value: "camera=(self), microphone=(), geolocation=()", override: true },
      { header: "cross-origin-opener-policy", value: "same-origin", override: true },
    ],
  },
});

/**
 * The function at the edge that answers an address inside the site with its entry's shell, and one of a page for
 * everybody, `/c/{council}/{year}/{cluster}`, with its finished file.
 * `entries` are the folders with a page of their own; everything else belongs to the first page.
 */
export const deepLinks = (entries: string[]) => `
const entries = ${JSON.stringify(entries)};

function handler(event) {
  const request = event.request;
  const steps = request.uri.split("/");
  if (steps[1] === "c") {
    const names = steps.slice(2).filter(Boolean);
    const file = names.slice(1).join(".") || "index";
    const isNamed = /\\.(html|png|xml)$/.test(file);
    request.uri = "/public/c/" + (names[0] || "nowhere") + "/" + file + (isNamed ? "" : ".html");
    return request;
  }
  if (steps[steps.length - 1].includes(".")) return request;
  request.uri = entries.includes(steps[1]) ? "/" + steps[1] + "/index.html" : "/index.html";
  return request;
}
`;
