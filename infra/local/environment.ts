type Environment = Record<string, string | undefined>;

/** What the AWS SDK needs to know in order to ask this machine and nobody else. */
export function awsEnvironment(): Environment {
  const hasKeys = process.env["AWS_ACCESS_KEY_ID"] && process.env["AWS_SECRET_ACCESS_KEY"];
  return {
    ...(!hasKeys && {
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_SESSION_TOKEN: undefined,
    }),
    AWS_REGION: process.env["AWS_REGION"] ?? "local",
    // A profile would come before the keys, and may turn off the addresses we set.
    AWS_PROFILE: undefined,
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: undefined,
  };
}

/** Puts names into this process's environment, and back as they were when it stops. */
export function adopt(environment: Environment) {
  const before = Object.keys(environment).map((name) => [name, process.env[name]] as const);
  set(Object.entries(environment));
  return { stop: () => set(before) };
}

function set(names: (readonly [string, string | undefined])[]) {
  for (const [name, value] of names) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
