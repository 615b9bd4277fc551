import { describe, expect, test } from "vitest";
import { endpointOf } from "./endpoint.ts";

const at = (url: string, allowPlainHttp = false) => endpointOf({ url, allowPlainHttp });

describe("where pages go", () => {
  test.for([
    ["https://models.example/v1", "https://models.example/v1/chat/completions", "models.example"],
    ["https://models.example/v1/", "https://models.example/v1/chat/completions", "models.example"],
    ["https://models.example/v1/chat/completions", "https://models.example/v1/chat/completions", "models.example"],
    [
      "https://models.example/deployments/one?api-version=2",
      "https://models.example/deployments/one/chat/completions?api-version=2",
      "models.example",
    ],
    ["http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions", "localhost:11434"],
    ["http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/chat/completions", "127.0.0.1:8080"],
    ["http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions", "[::1]:8080"],
  ] as const)("RD4 %s is asked", ([url, whole, host]) => {
    expect(at(url)).toEqual({ url: whole, host });
  });

  test.for([
    "http://models.example/v1",
    "http://localhost.models.example/v1",
    "http://127.0.0.1.models.example/v1",
    "http://128.0.0.1/v1",
    "http://192.168.1.5:11434/v1",
  ])("RD4 %s is another machine without encryption and is refused, unless the settings allow it", (url) => {
    expect(at(url)).toEqual({ why: expect.stringContaining("is not encrypted") });
    expect(at(url, true)).toEqual({ url: `${url}/chat/completions`, host: new URL(url).host });
  });

  test.for([
    "",
    "models.example",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://",
    "https://key@models.example/v1",
  ])("RD4 %j is refused", (url) => {
    expect(at(url, true)).toEqual({ why: expect.any(String) });
  });
});
