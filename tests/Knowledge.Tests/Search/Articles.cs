using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Search;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Tests.Search;

/// <summary>Few articles in each language, one of which depends on what is sent back, and one for signed-in customers.</summary>
internal static class Articles
{
    public static readonly string[] Languages = ["en", "pl", "ru", "fa"];

    public static ArticleSearch Of(string language) => new([.. Texts(language)]);

    private static IEnumerable<SearchableArticle> Texts(string language) => language switch
    {
        "en" =>
        [
            Returns("en", "Return policy", "How many days do I have to return something?", "What are you returning?", ("Shoes", "sneakers"), ("Clothes", "dress")),
            Simple("en", "delivery.cost", "Delivery cost", "How much is delivery?", "Delivery is free."),
            Simple("en", "account.points", "My points", "How many points have I collected?", "In your account.", isSignedIn: true),
        ],
        "pl" =>
        [
            Returns("pl", "Zasady zwrotów", "Ile dni mam na zwrot towaru?", "Co chcesz zwrócić?", ("Buty", "trampki"), ("Ubrania", "sukienka")),
            Simple("pl", "delivery.cost", "Koszt dostawy", "Ile kosztuje dostawa?", "Dostawa jest bezpłatna."),
        ],
        "ru" =>
        [
            Returns("ru", "Условия возврата", "Сколько дней есть на возврат товара?", "Что вы хотите вернуть?", ("Обувь", "кроссовки"), ("Одежда", "платье")),
            Simple("ru", "delivery.cost", "Стоимость доставки", "Сколько стоит доставка?", "Доставка бесплатная."),
        ],
        _ =>
        [
            Returns("fa", "شرایط مرجوعی", "چند روز برای مرجوع کردن کالا وقت دارم؟", "چه چیزی را می‌خواهید برگردانید؟", ("کفش", "کتانی"), ("لباس", "پیراهن")),
            Simple("fa", "delivery.cost", "هزینه ارسال", "هزینه ارسال چقدر است؟", "ارسال رایگان است."),
        ],
    };

    private static SearchableArticle Returns(string language, string title, string variant, string askBack, params (string Label, string Word)[] cases) =>
        new(KeyOfReturns, language, new ArticleContent
        {
            Title = title,
            Variants = [variant],
            Answer = "{returns.windowDays}",
            ShortForm = "{returns.windowDays}!",
            AskBack = askBack,
            Cases = [.. cases.Select(each => new ArticleCase(each.Label, [each.Word], $"{each.Label}: {{returns.windowDays}}"))],
            Buttons = [new ArticleButton("Start", "start_return", null)],
        });

    public const string KeyOfReturns = "returns.policy";

    private static SearchableArticle Simple(string language, string key, string title, string variant, string answer, bool isSignedIn = false) =>
        new(key, language, new ArticleContent { Title = title, Variants = [variant], Answer = answer }) { IsShown = signedIn => signedIn || !isSignedIn };
}
