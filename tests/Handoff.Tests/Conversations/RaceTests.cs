using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Customers;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Tests.Conversations;

/// <summary>Several who do the same at the same moment: one row, and a good answer for everybody.</summary>
public sealed class RaceTests
{
    private const int Many = 20;

    [Fact]
    public async Task A_conversation_that_is_started_twenty_times_at_once_is_there_once()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var start = new NewConversation("c1", "directline", "dl_1", null, "en", null);

        var news = await AtOnceAsync(_ => house.Log.StartAsync(start, HandoffHouse.Cancel));

        Assert.Single(news, isNew => isNew);
        Assert.Equal(["c1"], await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
    }

    [Fact]
    public async Task A_new_customer_who_opens_twenty_conversations_at_once_is_one_customer()
    {
        await using var house = await HandoffHouse.OpenAsync();

        var news = await AtOnceAsync(n => house.Log.StartAsync(new NewConversation($"c{n}", "directline", "dl_1", null, "en", null), HandoffHouse.Cancel));

        Assert.DoesNotContain(false, news);
        await using var db = house.Database.Open();
        Assert.Single(await db.Set<Customer>().ToListAsync(HandoffHouse.Cancel));
        Assert.Equal(Many, await db.Set<Conversation>().CountAsync(HandoffHouse.Cancel));
    }

    [Fact]
    public async Task Of_many_who_make_the_first_admin_at_once_one_is_told_the_password()
    {
        await using var house = await HandoffHouse.OpenAsync();

        var passwords = await AtOnceAsync(_ => house.Services.EnsureFirstAdminAsync(HandoffHouse.Cancel));

        Assert.Single(passwords, password => password is not null);
    }

    [Fact]
    public async Task A_line_that_is_posted_twenty_times_at_once_is_stored_once_and_answered_with_one_number()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();

        var answers = await AtOnceAsync(_ => house.CustomerSaysAsync("c1", "hello", "key"));

        Assert.All(answers, line => Assert.Equal(1, line.Seq));
        Assert.Single(await house.LinesAsync("c1"));
    }

    [Fact]
    public async Task Fifty_who_write_in_one_conversation_leave_no_gap_and_keep_each_ones_order()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async writer =>
        {
            for (var n = 0; n < 4; n++)
            {
                await house.CustomerSaysAsync("c1", $"{writer}/{n}", $"{writer}/{n}");
            }
        }));

        var lines = await house.LinesAsync("c1");
        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), lines.Select(l => l.Seq));
        Assert.All(lines.GroupBy(l => l.Text.Split('/')[0]), own => Assert.Equal(["0", "1", "2", "3"], own.Select(l => l.Text.Split('/')[1])));
    }

    [Fact]
    public async Task Customers_write_while_the_bot_answers_in_all_their_conversations_and_nothing_is_lost()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => house.StartAsync($"c{n}")));

        await Task.WhenAll(Enumerable.Range(0, 10).SelectMany(n => (Task[])
        [
            .. Enumerable.Range(0, 5).Select(line => house.CustomerSaysAsync($"c{n}", $"line {line}")),
            .. Enumerable.Range(0, 3).Select(turn => house.BotTurnAsync($"c{n}", null, $"answer {turn}")),
        ]));

        foreach (var lines in await Task.WhenAll(Enumerable.Range(0, 10).Select(n => house.LinesAsync($"c{n}"))))
        {
            Assert.Equal(5, lines.Count(l => l.Role == AuthorRole.Customer));
            Assert.Equal(Enumerable.Range(1, lines.Count).Select(n => (long)n), lines.Select(l => l.Seq));
        }
    }

    [Fact]
    public async Task Only_one_has_the_clock_and_only_one_has_the_bots_place()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        var now = house.Clock.GetUtcNow().UtcDateTime;

        var clocks = await AtOnceAsync(_ => ClockLease.TakeAsync(house.Database, "queue", TimeSpan.FromSeconds(10), now, HandoffHouse.Cancel));
        var places = await AtOnceAsync(_ => house.Due.LeaseBotAsync("c1", TimeSpan.FromSeconds(30), HandoffHouse.Cancel));

        Assert.Single(clocks, taken => taken);
        Assert.Single(places, taken => taken);
    }

    [Fact]
    public async Task A_desk_that_opens_in_many_windows_at_once_beats_without_an_error()
    {
        await using var house = await HandoffHouse.OpenAsync();

        await AtOnceAsync(async _ =>
        {
            await house.Presence.BeatAsync("a1", HandoffHouse.Cancel);
            return true;
        });

        Assert.True(await house.Presence.IsOnDutyAsync("a1", HandoffHouse.Cancel));
    }

    [Fact]
    public async Task Of_twenty_invitations_for_one_name_one_makes_an_account_and_the_others_hear_that_it_is_taken()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var accounts = house.Services.GetRequiredService<StaffAccounts>();

        var results = await AtOnceAsync(_ => accounts.InviteAsync("ola", "Ola", StaffRoles.Agent, HandoffHouse.Cancel));

        Assert.Single(results.OfType<AccountResult.OneTimePassword>());
        Assert.Equal(Many - 1, results.Count(r => r is AccountResult.Refused { Fault: AccountFault.NameTaken }));
    }

    private static Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> work) =>
        Task.WhenAll(Enumerable.Range(0, Many).Select(n => Task.Run(() => work(n), HandoffHouse.Cancel)));
}
