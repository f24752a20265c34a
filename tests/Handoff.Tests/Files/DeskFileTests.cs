using System.Net;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Files;
using Warmline.Handoff.Tests.Desk;

namespace Warmline.Handoff.Tests.Files;

public sealed class DeskFileTests
{
    [Fact]
    public async Task Who_may_read_conversations_sees_their_files_and_nobody_else()
    {
        await using var house = await DeskHouse.OpenAsync();
        await house.Log.StartAsync(new NewConversation("c1", "directline", "dl_1", null, "en", null), HandoffHouse.Cancel);
        await house.Log.AppendAsync("c1", new CustomerLine(LineKind.Said, "[zdjęcie.png]", null, null, null, null)
        {
            Files = [new NewFile("f1", "zdjęcie.png", "image/png", [1, 2, 3])],
        }, HandoffHouse.Cancel);
        var (agent, editor) = (await house.SignedInAsync("ola", StaffRoles.Agent), await house.SignedInAsync("ewa", StaffRoles.Editor));

        using var seen = await agent.GetAsync("/desk/files/f1");
        Assert.Equal((HttpStatusCode.OK, "image/png"), (seen.StatusCode, seen.Content.Headers.ContentType!.MediaType));
        Assert.Equal([1, 2, 3], await seen.Content.ReadAsByteArrayAsync(HandoffHouse.Cancel));
        Assert.Equal("nosniff", seen.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", seen.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("zdj%C4%99cie.png", seen.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);

        Assert.Equal("404", await agent.LeadsToAsync("/desk/files/f2"));
        Assert.Equal("/desk/sign-in", (await house.NewBrowser().LeadsToAsync("/desk/files/f1")).Split('?')[0]);
        Assert.Equal("/desk/no-access", (await editor.LeadsToAsync("/desk/files/f1")).Split('?')[0]);
    }
}
