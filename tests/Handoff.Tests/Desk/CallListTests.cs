using System.Net;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Desk.Calls;
using Warmline.Handoff.Promises;
using Warmline.Handoff.Tests.Promises;

namespace Warmline.Handoff.Tests.Desk;

public sealed class CallListTests
{
    [Fact]
    public async Task A_call_shows_its_number_to_dial_its_topic_reference_and_the_customer_s_time()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        var call = await house.PromisedAsync();
        await desk.ReadAsync();

        var html = WebUtility.HtmlDecode(await desk.HtmlAsync<CallList>());

        Assert.Contains("href=\"tel:+48601234567\"", html, StringComparison.Ordinal);
        Assert.Contains("data-copy=\"+48601234567\"", html, StringComparison.Ordinal);
        Assert.Contains(call.Topic, html, StringComparison.Ordinal);
        Assert.Contains(call.Reference, html, StringComparison.Ordinal);
        Assert.Contains("Monday, 23 November 2026, 12:00", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missed_call_alarms_the_desk_and_a_supervisor_more_plainly()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var ola = await OpenDesk.OfAsync(house, "ola");
        await using var boss = await OpenDesk.OfAsync(house, "boss", StaffRoles.Agent | StaffRoles.Supervisor);
        await house.PromisedAsync();
        await house.PassAsync(TimeSpan.FromHours(4));
        await ola.ReadAsync();
        await boss.ReadAsync();

        Assert.Contains("1 call was not made in time.", await ola.HtmlAsync<CallList>(), StringComparison.Ordinal);
        Assert.Contains("1 promised call was missed. Please see to it.", await boss.HtmlAsync<CallList>(), StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", await boss.HtmlAsync<CallList>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_is_told_that_somebody_else_calls()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var ola = await OpenDesk.OfAsync(house, "ola");
        await using var ewa = await OpenDesk.OfAsync(house, "ewa");
        var call = await house.PromisedAsync();
        await ola.Calls.ClaimAsync(call.Reference);

        await ewa.Calls.ClaimAsync(call.Reference);

        Assert.Equal(ewa.Session.Texts["call.too_late"], ewa.Board.Notice);
        Assert.Null(ola.Board.Notice);
    }

    [Fact]
    public async Task The_agent_who_calls_chooses_among_the_results()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var ola = await OpenDesk.OfAsync(house, "ola");
        var call = await house.PromisedAsync();
        await ola.Calls.ClaimAsync(call.Reference);
        await ola.ReadAsync();

        var html = await ola.HtmlAsync<CallList>();

        Assert.All(Enum.GetNames<CallResult>(), result => Assert.Contains(ola.Session.Texts.Find("call.result", result)!, html, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<CallbackState>(), state => Assert.NotNull(ola.Session.Texts.Find("call.state", state)));
    }
}
