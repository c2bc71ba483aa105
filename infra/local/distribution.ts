import { runInNewContext } from "node:vm";
import type { Assembly } from "./assembly.ts";

type Behavior = {
  TargetOriginId: string;
  ResponseHeadersPolicyId: string;
  CachePolicyId: string;
  FunctionAssociations?: { FunctionARN: string }[];
};
type Origin = {
  Id: string;
  S3OriginConfig?: object;
  OriginPath?: string;
  OriginCustomHeaders?: { HeaderName: string; HeaderValue: string }[];
};
type OriginGroup = {
  Id: string;
  FailoverCriteria: { StatusCodes: { Items: number[] } };
  Members: { Items: { OriginId: string }[] };
};
type Distribution = {
  DistributionConfig: {
    DefaultCacheBehavior: Behavior;
    CacheBehaviors: (Behavior & { PathPattern: string })[];
    Origins: Origin[];
    OriginGroups?: { Items: OriginGroup[] };
  };
};
type HeadersPolicy = {
  ResponseHeadersPolicyConfig: {
    CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: string };
      FrameOptions: { FrameOption: string };
      ReferrerPolicy: { ReferrerPolicy: string };
      StrictTransportSecurity: { AccessControlMaxAgeSec: number };
    };
  };
};
type CachePolicy = { CachePolicyConfig: { MaxTTL: number } };
type Headers = Record<string, string>;

const bucketHosts = / https:\/\/[\w-]+\.RegionalDomainName/g;

/** What the distribution does with an address: where it goes, what is added on the way there and on the way back. */
export function distributionOf(assembly: Assembly) {
  const { DefaultCacheBehavior, CacheBehaviors, Origins, OriginGroups } = assembly.only<Distribution>(
    "AWS::CloudFront::Distribution",
  ).properties.DistributionConfig;

  const originOf = (id: string | undefined) => {
    const origin = Origins.find(({ Id }) => Id === id);
    const added = origin?.OriginCustomHeaders ?? [];
    return {
      origin: origin?.S3OriginConfig ? ("site" as const) : ("gateway" as const),
      under: origin?.OriginPath ?? "",
      toOrigin: Object.fromEntries(
        added.map(({ HeaderName, HeaderValue }) => [HeaderName, HeaderValue]),
      ) as Headers,
    };
  };

  const read = (behavior: Behavior, beginning: string) => {
    const group = OriginGroups?.Items.find(({ Id }) => Id === behavior.TargetOriginId);
    const [first, second] = group?.Members.Items.map(({ OriginId }) => OriginId) ?? [behavior.TargetOriginId];
    const asked = originOf(first);
    return {
      beginning,
      ...asked,
      /** Who is asked instead where the first has one of these to say. */
      otherwise: group && { ...originOf(second), on: group.FailoverCriteria.StatusCodes.Items },
      /** For how many seconds at the most an answer is kept here. */
      keeps: asked.origin === "site" ? 0 : longestKept(assembly, behavior.CachePolicyId),
      toViewer: headersOf(assembly, behavior.ResponseHeadersPolicyId),
      rewrite: rewriteOf(assembly, behavior),
    };
  };
  const special = CacheBehaviors.map((behavior) => read(behavior, behavior.PathPattern.replace(/\*$/, "")));
  const usual = read(DefaultCacheBehavior, "/");
  return (path: string) => special.find(({ beginning }) => path.startsWith(beginning)) ?? usual;
}

/** A policy that is not among ours is one of the cloud's own, and we use the one that keeps nothing. */
function longestKept(assembly: Assembly, policy: string): number {
  const found = assembly.all<CachePolicy>("AWS::CloudFront::CachePolicy").find(({ id }) => id === policy);
  return found?.properties.CachePolicyConfig.MaxTTL ?? 0;
}

function headersOf(assembly: Assembly, policy: string): Headers {
  const found = assembly
    .all<HeadersPolicy>("AWS::CloudFront::ResponseHeadersPolicy")
    .find(({ id }) => id === policy);
  if (!found) throw new Error(`There is no headers policy ${policy}.`);
  const { CustomHeadersConfig, SecurityHeadersConfig } = found.properties.ResponseHeadersPolicyConfig;
  const { ContentSecurityPolicy, FrameOptions, ReferrerPolicy, StrictTransportSecurity } =
    SecurityHeadersConfig;
  return {
    // The buckets are played on this same host.
    "content-security-policy": ContentSecurityPolicy.ContentSecurityPolicy.replace(bucketHosts, ""),
    "x-content-type-options": "nosniff",
    "x-frame-options": FrameOptions.FrameOption,
    "referrer-policy": ReferrerPolicy.ReferrerPolicy,
    "strict-transport-security": `max-age=${StrictTransportSecurity.AccessControlMaxAgeSec}; includeSubDomains`,
    ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
  };
}

/** The function at the edge, run as it was written. */
function rewriteOf(assembly: Assembly, { FunctionAssociations = [] }: Behavior): (path: string) => string {
  const [association] = FunctionAssociations;
  if (!association) return (path) => path;
  const found = assembly
    .all<{ FunctionCode: string }>("AWS::CloudFront::Function")
    .find(({ id }) => association.FunctionARN === `${id}.FunctionARN`);
  const handler = runInNewContext(`${found?.properties.FunctionCode}; handler`);
  return (uri) => handler({ request: { uri } }).uri;
}
