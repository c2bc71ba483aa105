import { expect, test } from "vitest";
import { api } from "#api";
import { distributionOf } from "#infra/local/distribution.ts";
import { type Contract, routesOf } from "#lib/route.ts";
import { assembly, raw } from "./synthesized.ts";

type Statement = { Effect: string; Principal: object; Action: string; Condition: object };
type Behavior = { PathPattern?: string; CachePolicyId: string; OriginRequestPolicyId?: string };
type HeadersPolicy = {
  ResponseHeadersPolicyConfig: {
    SecurityHeadersConfig: { ContentSecurityPolicy: { ContentSecurityPolicy: string } };
  };
};
type Policy = { CachePolicyConfig: { MaxTTL: number } };
type Distribution = {
  DistributionConfig: {
    DefaultCacheBehavior: Behavior;
    CacheBehaviors: Behavior[];
    CustomErrorResponses?: object[];
  };
};

/** CloudFront's own policies are known by these ids everywhere. */
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const allViewerExceptHost = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

const { DistributionConfig } = assembly.only<Distribution>("AWS::CloudFront::Distribution").properties;
const contract: Contract = api;
const behaviorOf = distributionOf(assembly);

test("only CloudFront reads the bucket of the site, and nobody another", () => {
  for (const bucket of raw("AWS::S3::Bucket"))
    expect(bucket).toMatchObject({
      Properties: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    });
  const allowed = raw<{ PolicyDocument: { Statement: Statement[] } }>("AWS::S3::BucketPolicy")
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Effect }) => Effect === "Allow");
  expect(allowed).toMatchObject([
    {
      Action: "s3:GetObject",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Condition: { StringEquals: { "AWS:SourceArn": expect.anything() } },
    },
  ]);
});

test("of the API only what everybody may see is kept, two seconds and without who asks; of the rest all a viewer sends arrives", () => {
  const [shared, ...others] = assembly.all<Policy>("AWS::CloudFront::CachePolicy");
  expect(others).toEqual([]);
  const { CacheBehaviors } = DistributionConfig;
  expect(CacheBehaviors).toMatchObject([
    { PathPattern: "/api/openapi.json" },
    { PathPattern: "/api/public/*", CachePolicyId: shared?.id },
    { PathPattern: "/api/*", CachePolicyId: cachingDisabled, OriginRequestPolicyId: allViewerExceptHost },
    { PathPattern: "/c/*" },
  ]);
  expect(CacheBehaviors[1]).not.toHaveProperty("OriginRequestPolicyId");
  expect(CacheBehaviors[1]).not.toHaveProperty("AllowedMethods");
  expect(shared?.properties.CachePolicyConfig).toMatchObject({
    MinTTL: 0,
    DefaultTTL: 0,
    MaxTTL: 2,
    ParametersInCacheKeyAndForwardedToOrigin: {
      CookiesConfig: { CookieBehavior: "none" },
      HeadersConfig: { HeaderBehavior: "none" },
      QueryStringsConfig: { QueryStringBehavior: "none" },
    },
  });
});

test("what is kept for everybody is what anybody may ask for, and no other route lies where it is kept", () => {
  for (const { path, by, method, kept = 0 } of routesOf(contract)) {
    expect(behaviorOf(path).keeps > 0, path).toBe(path.startsWith("/api/public/"));
    expect(kept > 0, path).toBe(path.startsWith("/api/public/"));
    expect(kept, path).toBeLessThanOrEqual(2);
    if (kept > 0) expect([by, method], path).toEqual(["nobody", "GET"]);
  }
});

test("the document of the API is a file of the site, ahead of everything the gateway answers", () => {
  expect(DistributionConfig.CacheBehaviors[0]?.PathPattern).toBe("/api/openapi.json");
  expect(behaviorOf("/api/openapi.json")).toMatchObject({ origin: "site", toOrigin: {} });
  expect(behaviorOf("/api/session").origin).toBe("gateway");
});

test("the functions hear only what comes through the site's own host", () => {
  const { toOrigin } = behaviorOf("/api/session");
  const expected = assembly
    .all<{ Environment?: { Variables: { ORIGIN_SECRET?: string } } }>("AWS::Lambda::Function")
    .flatMap(({ properties }) => properties.Environment?.Variables.ORIGIN_SECRET ?? []);
  expect(new Set(expected)).toEqual(new Set([toOrigin["x-origin-secret"]]));
});

test.for([
  ["/", "/index.html"],
  ["/years/2026/clusters/cum-4", "/index.html"],
  ["/assets/app-3f2c.js", "/assets/app-3f2c.js"],
  ["/sw.js", "/sw.js"],
  ["/c/vhttdl", "/public/c/vhttdl/index.html"],
  ["/c/vhttdl/2025", "/public/c/vhttdl/2025.html"],
  ["/c/vhttdl/2025/", "/public/c/vhttdl/2025.html"],
  ["/c/vhttdl/2025/cum-4", "/public/c/vhttdl/2025.cum-4.html"],
  ["/c/vhttdl/2025.cum-4.0f3a.png", "/public/c/vhttdl/2025.cum-4.0f3a.png"],
  ["/c/vhttdl/sitemap.xml", "/public/c/vhttdl/sitemap.xml"],
  ["/c/", "/public/c/nowhere/index.html"],
])("%s is answered by %s", ([asked = "", answered]) => {
  expect(behaviorOf(asked).rewrite(asked)).toBe(answered);
});

test("a refusal of the API stays what it is: no address of it is rewritten, no error made a page", () => {
  expect(behaviorOf("/api/unknown").rewrite("/api/unknown")).toBe("/api/unknown");
  expect(DistributionConfig.CustomErrorResponses).toBeUndefined();
});

test("a page speaks to one host beside its own, the bucket of evidence; on one machine that is the same host", () => {
  const [policy] = assembly
    .all<HeadersPolicy>("AWS::CloudFront::ResponseHeadersPolicy")
    .map(({ properties }) => properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig);
  const { ContentSecurityPolicy: said = "" } = policy?.ContentSecurityPolicy ?? {};
  const hosts = said.matchAll(/([\w-]+) [^;]*?https:\/\/([\w-]+)\.RegionalDomainName/g);
  expect(Array.from(hosts, ([, rule, bucket = ""]) => [rule, bucket.replace(/\w{8}$/, "")])).toEqual([
    ["connect-src", "ThiDua-trial-Data-Evidence"],
    ["img-src", "ThiDua-trial-Data-Evidence"],
  ]);
  expect(said.replace(/https:\/\/[\w-]+\.RegionalDomainName/g, "")).not.toMatch(/https?:|\*/);
});

test("where no page for everybody is, the gateway answers under the same host and with its own status", () => {
  const { origin, otherwise } = behaviorOf("/c/vhttdl/2025");
  expect(origin).toBe("site");
  expect(otherwise).toMatchObject({ origin: "gateway", under: "/api", on: [403, 404] });
  expect(otherwise?.toOrigin).toEqual(behaviorOf("/api/session").toOrigin);
});

test("no page runs what is written in it or comes from strangers, and none stands in another's frame", () => {
  for (const path of ["/", "/api/session"]) {
    const { toViewer } = behaviorOf(path);
    const policy = toViewer["content-security-policy"] ?? "";
    expect(policy).toMatch(/^default-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(toViewer).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
  }
});
