using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Knowledge.Asked;

namespace Warmline.Knowledge.Tests.Asked;

public sealed class TakingTests
{
    private static readonly DateTime Now = new(2026, 2, 2, 11, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Votes_choices_and_handoffs_join_the_questions_before_them_and_told_again_change_nothing()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        var asked = shop.Services.GetRequiredService<AskedQuestions>();
        AskedTurn[] turns =
        [
            Turn(2, "sending back?", AskedOutcome.Choices, "returns.how", "returns.policy"),
            Turn(4, "How do I return something?", AskedOutcome.Answer, "returns.how"),
            new("c1", 7, "en", Now) { Helped = false },
            Turn(9, "do you gift wrap", AskedOutcome.None) with { HandedOver = true },
        ];

        await asked.TakeAsync(turns[..2], Cancel);
        await asked.TakeAsync(turns, Cancel); // stopped after storing, before it was noted: told again
        await asked.TakeAsync(turns[2..], Cancel);

        await using var db = shop.Db();
        var stored = await db.Questions.AsNoTracking().OrderBy(q => q.Seq).ToListAsync(Cancel);
        Assert.Equal([2, 4, 9], stored.Select(q => q.Seq));
        Assert.Equal(("returns.how", false), (stored[0].TakenKey, stored[0].Helped));
        Assert.Equal((2L, false), (stored[1].Takes, stored[1].Helped));
        Assert.Equal([true, false, false], stored.Select(q => q.BeganHandoff));
        Assert.Equal([false, false, true], stored.Select(q => q.LedToPerson));
    }

    [Fact]
    public async Task What_is_too_old_is_purged_and_an_erased_conversation_leaves_nothing()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        var asked = shop.Services.GetRequiredService<AskedQuestions>();
        await asked.TakeAsync(
            [
                Turn(1, "old", AskedOutcome.None) with { At = Now.AddDays(-181) },
                Turn(2, "new", AskedOutcome.None) with { At = Now.AddDays(-179) },
                Turn(1, "mine", AskedOutcome.None) with { ConversationId = "c2" },
            ],
            Cancel);

        var purged = await asked.PurgeAsync(Cancel);
        await asked.ForgetAsync("c2", Cancel);

        await using var db = shop.Db();
        Assert.Equal(1, purged);
        Assert.Equal("new", (await db.Questions.SingleAsync(Cancel)).Words);
    }

    [Theory]
    [InlineData("My order LL-2442 for anna.k@example.com has not come", "LL-2442", "anna.k@example.com")]
    [InlineData("My name is Anna Kowalska, call +44 20 7946 0018", "Anna", "Kowalska", "7946")]
    [InlineData("nazywam się Jan Nowak, mieszkam ul. Długa 5/7", "Nowak", "Długa", "5/7")]
    [InlineData("меня зовут Ирина Белова, телефон +7 912 345-67-89", "Ирина", "Белова", "912")]
    [InlineData("اسم من رضا کریمی است، شماره ۰۹۱۲۳۴۵۶۷۸۹", "رضا", "کریمی", "۰۹۱۲۳۴۵۶۷۸۹")]
    public async Task Personal_data_is_masked_before_it_is_stored(string words, params string[] hidden)
    {
        await using var shop = await KnowledgeShop.OpenAsync();

        await shop.Services.GetRequiredService<AskedQuestions>().TakeAsync([Turn(1, words, AskedOutcome.None)], Cancel);

        await using var db = shop.Db();
        var stored = (await db.Questions.SingleAsync(Cancel)).Words;
        Assert.All(hidden, piece => Assert.DoesNotContain(piece, stored, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("How many days do I have to return shoes size 38-40?")]
    [InlineData("Czy dostawa powyżej 200 zł jest darmowa?")]
    [InlineData("Ile mam dni na zwrot, 14 czy 30?")]
    public void What_is_asked_stays(string words) => Assert.Equal(words, Warmline.Knowledge.Language.PersonalData.Mask(words));

    private static AskedTurn Turn(long seq, string words, AskedOutcome outcome, params string[] keys) =>
        new("c1", seq, "en", Now) { Question = new AskedWords(words, outcome, keys, outcome == AskedOutcome.Answer ? 0.9 : 0.2) };
}
