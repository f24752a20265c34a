using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Search;
using Warmline.Knowledge.Tests.Articles;

namespace Warmline.Knowledge.Tests.Search;

/// <summary>Articles that speak of other articles: nobody can follow such a link in a chat, so the other one becomes a button.</summary>
public sealed class LinkedArticlesTests
{
    [Fact]
    public async Task Link_to_an_article_becomes_words_and_a_button_that_asks_for_it()
    {
        await using var room = await Newsroom.OpenAsync();
        await room.TellAsync("A card can't be returned, see **[how returns work](article:returns.policy)** or [our page](https://shop.example/cards).");

        var article = await room.Shop.Answers.GetAsync(Newsroom.Key, "en", Newsroom.Cancel);

        Assert.Equal("A card can't be returned, see **how returns work** or [our page](https://shop.example/cards).", article!.Markdown);
        var button = Assert.Single(article.Buttons);
        Assert.Equal(("how returns work", null, null), (button.Label, button.Task, button.Link));
        Assert.Equal("returns.policy", (await room.Shop.Answers.AskAsync(button.Question!, "en", Newsroom.Cancel)).Article?.Key);
    }

    [Fact]
    public async Task Button_to_an_article_asks_for_it_and_one_to_what_nobody_can_read_yet_is_not_there()
    {
        await using var room = await Newsroom.OpenAsync();
        await room.Editing.CreateAsync(Newsroom.Ewa, "not.yet", new ArticleProperties(), Newsroom.Cancel);
        var says = Newsroom.Says("They never end. [More](article:not.yet) about that.") with
        {
            Buttons = [new("Returns", null, new Uri("article:returns.policy")), new("Later", null, new Uri("article:not.yet"))],
        };
        var open = await room.Shelf.OpenAsync(Newsroom.Key, "en", Newsroom.Cancel);
        await room.Editing.SaveDraftAsync(Newsroom.Ewa, Newsroom.Key, "en", open!.DraftVersion, says, Newsroom.Cancel);
        await room.Publishing.PublishAsync(Newsroom.Ewa, Newsroom.Key, "en", (await room.Shelf.OpenAsync(Newsroom.Key, "en", Newsroom.Cancel))!.DraftVersion, null, Newsroom.Cancel);

        var article = await room.Shop.Answers.GetAsync(Newsroom.Key, "en", Newsroom.Cancel);

        Assert.Equal("They never end. More about that.", article!.Markdown);
        Assert.Equal("Returns", Assert.Single(article.Buttons).Label);
    }

    [Fact]
    public async Task Article_for_customers_who_are_signed_in_is_shown_and_linked_to_nobody_else()
    {
        await using var room = await Newsroom.OpenAsync(new ArticleProperties { Audience = ArticleAudience.SignedIn });
        await room.TellAsync("Your cards are in your account.");

        Assert.Null(await room.Shop.Answers.GetAsync(Newsroom.Key, "en", Newsroom.Cancel));
        Assert.NotNull(await room.Shop.Answers.GetAsync(Newsroom.Key, "en", isSignedIn: true, Newsroom.Cancel));
    }
}
