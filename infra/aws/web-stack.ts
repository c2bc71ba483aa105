import { existsSync, globSync } from "node:fs";
import { dirname } from "node:path";
import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, OriginGroup, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, type IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct, IConstruct } from "constructs";
import { explain } from "./explain.ts";
import { deepLinks, headersFor } from "./site-rules.ts";

type Props = StackProps & {
  http: HttpApi;
  originSecret: Secret;
  siteBucket: string;
  /** Browsers send files there and show them from there, and to no other host. */
  evidence: Bucket;
  /** The site's own name and its certificate (in us-east-1); CloudFront's name where nothing is said. */
  host?: string | undefined;
  certificate?: string | undefined;
};

/** Site and API on one host: pages from a bucket that nobody else reads, and what begins with /api/ from the gateway. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { http, originSecret, host, certificate, ...props }: Props) {
    super(scope, id, props);
    const bucket = new Bucket(this, "Site", {
      bucketName: props.siteBucket,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // CDK's own types disagree on what may be undefined.
    }) as IBucket;
    const responseHeadersPolicy = new cloudfront.ResponseHeadersPolicy(
      this,
      "Headers",
      headersFor(props.evidence.bucketRegionalDomainName),
    );

    const gatewayUnder = (originPath: string) =>
      new HttpOrigin(`${http.apiId}.execute-api.${this.region}.${this.urlSuffix}`, {
        customHeaders: { "x-origin-secret": originSecret.secretValue.unsafeUnwrap() },
        originPath,
      });
    const gateway = gatewayUnder("");
    // A hall full of phones asks the same question: the edge answers, for as long as the answer says, 2 s at most.
    const shared = new cloudfront.CachePolicy(this, "Shared", {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(2),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
    const files = {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy,
    };

    const functionAssociations = [
      { eventType: cloudfront.FunctionEventType.VIEWER_REQUEST, function: this.deepLinks() },
    ];

    const distribution = new cloudfront.Distribution(this, "Host", {
      defaultBehavior: { ...files, functionAssociations },
      additionalBehaviors: {
        // The contract is a file made with the site; the first pattern that fits decides.
        "/api/openapi.json": files,
        "/api/public/*": {
          origin: gateway,
          cachePolicy: shared,
          viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
          responseHeadersPolicy,
        },
        "/api/*": {
          origin: gateway,
          allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
          cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
          originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
          responseHeadersPolicy,
        },
        // Pages for everybody are files; where there is none, the gateway has the words.
        "/c/*": {
          ...files,
          origin: new OriginGroup({
            primaryOrigin: files.origin,
            fallbackOrigin: gatewayUnder("/api"),
            fallbackStatusCodes: [403, 404],
          }),
          functionAssociations,
        },
      },
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      ...(host && { domainNames: [host] }),
      ...(certificate && {
        certificate: Certificate.fromCertificateArn(this, "Certificate", certificate),
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });

    new CfnOutput(this, "Address", { value: `https://${host ?? distribution.distributionDomainName}` });
    this.upload(bucket);
    explain(bucket, { "AwsSolutions-S1": "Only CloudFront reads it, and what lies there is public anyway." });
    explain(distribution, {
      "AwsSolutions-CFR1": "Units also work from abroad, and everybody may read what is published.",
      "AwsSolutions-CFR2":
        "A fixed price every month; the ballot and sign-in count their own wrong attempts.",
      "AwsSolutions-CFR3": "A log of addresses and times is what must not exist beside a secret ballot.",
      "AwsSolutions-CFR4":
        "Holds only under CloudFront's own name; with a host and certificate it is TLS 1.2.",
    });
  }

  private deepLinks() {
    const entries = globSync("*/index.html", { cwd: "web" }).map((page) => dirname(page));
    return new cloudfront.Function(this, "DeepLinks", {
      code: cloudfront.FunctionCode.fromInline(deepLinks(entries.toSorted())),
      runtime: cloudfront.FunctionRuntime.JS_2_0,
    });
  }

  /** Files whose name says their content are kept for ever and go up first; the pages that name them are asked for anew. */
  private upload(destinationBucket: IBucket) {
    const built = existsSync("dist/web/index.html");
    const sources = [built ? Source.asset("dist/web") : Source.data("index.html", "<!doctype html>")];
    // Old files stay: a page opened before a deployment still asks for them.
    const common = { sources, destinationBucket, prune: false };

    const hashed = new BucketDeployment(this, "Hashed", {
      ...common,
      exclude: ["*"],
      include: ["assets/*"],
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
    });
    const shells = new BucketDeployment(this, "Shells", {
      ...common,
      exclude: ["assets/*"],
      cacheControl: [CacheControl.noCache()],
    });
    shells.node.addDependency(hashed);
    this.explainUpload(hashed.handlerRole.node.scope);
  }

  private explainUpload(helper: IConstruct | undefined) {
    if (!helper) throw new Error("The deployment's helper has moved.");
    const made = "Made by CDK's BucketDeployment; it runs only while deploying.";
    const reads = `${made} It reads the assets`;
    const writes = `${made} It writes the site`;
    explain(helper, {
      "AwsSolutions-L1": made,
      "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]":
        made,
      "AwsSolutions-IAM5[Action::s3:GetBucket*]": reads,
      "AwsSolutions-IAM5[Action::s3:GetObject*]": reads,
      "AwsSolutions-IAM5[Action::s3:List*]": reads,
      [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${this.region}/*]`]:
        reads,
      "AwsSolutions-IAM5[Action::s3:Abort*]": writes,
      "AwsSolutions-IAM5[Action::s3:DeleteObject*]": writes,
      "AwsSolutions-IAM5[Resource::<SiteE53D7754.Arn>/*]": writes,
    });
  }
}
