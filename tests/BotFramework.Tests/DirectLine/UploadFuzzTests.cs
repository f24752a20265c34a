using System.Net.Http.Headers;
using System.Text;
using CsCheck;

namespace BotFramework.Tests.DirectLine;

public sealed class UploadFuzzTests
{
    private static readonly Gen<string> Header = Gen.OneOf(
        "Content-Disposition: form-data; name=\"activity\"; filename=\"blob\"", "Content-Type: application/vnd.microsoft.activity",
        "Content-Disposition: form-data; name=\"file\"; filename=\"zdjęcie.png\"", "Content-Disposition: form-data; name=file; filename*=UTF-8''%ED%A0%80.txt",
        "Content-Disposition: attachment; filename=\"../../etc/passwd\"", "Content-Type: image/png", "Content-Type: text/plain; charset=\"", "Content-Type:", "X",
        "Content-Disposition: form-data; name=\"\"", "Content-Length: 99999999", "Content-Transfer-Encoding: base64", "");

    private static readonly Gen<string> Body = Gen.OneOf<string>(
        Gen.OneOf(
            "{\"type\":\"message\"}", "{\"type\":\"message\",\"attachments\":[null,{\"name\":\"zdjęcie.png\"}]}", "{\"type\":\"message\",\"attachments\":{}}",
            "{\"type\":\"message\",\"text\":\"\\ud800\"}", "{\"from\":null,\"type\":\"message\"}", "{", "", "[]", "null"),
        Gen.String[0, 300]);

    private static readonly Gen<string> Part = Gen.Select(Header.Array[0, 4], Body, (headers, body) => string.Join("\r\n", headers) + "\r\n\r\n" + body);

    private static readonly Gen<(string Type, string Body)> Upload = Gen.Select(
        Gen.OneOf(
            "multipart/form-data; boundary=b", "multipart/form-data; boundary=\"b\"", "multipart/form-data", "multipart/form-data; boundary=", "text/plain", "nonsense", ""),
        Part.Array[0, 5],
        Gen.OneOf("--b--", "--b", "", "\r\n--b--\r\nafter", "--bb--"),
        (type, parts, end) => (type, string.Concat(parts.Select(part => $"--b\r\n{part}\r\n")) + end));

    [Fact]
    public async Task Whatever_is_uploaded_the_answer_is_200_or_a_reason_and_never_trouble()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        var seen = new HashSet<int>();

        await Upload.SampleAsync(
            async upload =>
            {
                var content = new ByteArrayContent(Encoding.UTF8.GetBytes(upload.Body));
                content.Headers.TryAddWithoutValidation("Content-Type", upload.Type);
                var reply = await chat.UploadAsync(content, "?userId=x");
                lock (seen)
                {
                    seen.Add(reply.Status);
                }

                Assert.InRange(reply.Status, 200, 499);
                Assert.NotEqual(403, reply.Status);
                Assert.DoesNotContain("Exception", reply.Body, StringComparison.Ordinal);
            },
            iter: 400,
            threads: 2);

        Assert.Superset(new HashSet<int> { 200, 400 }, seen);
        Assert.Equal(200, (await chat.PollAsync()).Status);
    }
}
