using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Articles;

/// <summary>What content may be: for a draft only its limits, for what customers read everything.</summary>
internal static class ContentRules
{
    public const int MaxTitle = 200;
    public const int MaxAnswer = 20_000;
    public const int MaxVariant = 300;
    public const int MostVariants = 100;
    public const int MaxShortForm = 1000;
    public const int MaxAskBack = 300;
    public const int MostButtons = 6;
    public const int MaxLabel = 80;
    public const int MaxLink = 2000;
    public const int MostCases = 30;
    public const int MostCaseWords = 50;
    public static readonly IReadOnlyList<string> Tasks = ["order_status", "start_return", "cancel_order", "change_address", "callback", "person"];

    /// <summary>Whatever would not fit or is no text. Empty: it can be stored as a draft.</summary>
    public static IReadOnlyList<ContentProblem> Limits(ArticleContent content)
    {
        var found = new Findings();
        found.Line(nameof(content.Title), content.Title, MaxTitle);
        found.Text(nameof(content.Answer), content.Answer, MaxAnswer);
        found.Count(nameof(content.Variants), content.Variants.Count, MostVariants);
        found.Lines(nameof(content.Variants), content.Variants, MaxVariant);
        found.Text(nameof(content.ShortForm), content.ShortForm ?? "", MaxShortForm);
        found.Line(nameof(content.AskBack), content.AskBack ?? "", MaxAskBack);
        found.Count(nameof(content.Buttons), content.Buttons.Count, MostButtons);
        found.Lines(nameof(content.Buttons), content.Buttons.Select(button => button.Label), MaxLabel);
        found.Lines(nameof(content.Buttons), content.Buttons.Select(button => button.Link?.OriginalString ?? ""), MaxLink);
        found.Count(nameof(content.Cases), content.Cases.Count, MostCases);
        foreach (var one in content.Cases)
        {
            found.Line(nameof(content.Cases), one.Label, MaxLabel);
            found.Count(nameof(content.Cases), one.Words.Count, MostCaseWords);
            found.Lines(nameof(content.Cases), one.Words, MaxLabel);
            found.Text(nameof(content.Cases), one.Answer, MaxAnswer);
        }

        return found.All;
    }

    /// <summary>Everything that keeps it from customers. Empty: it can be published.</summary>
    public static IReadOnlyList<ContentProblem> ForCustomers(ArticleContent content)
    {
        var found = new Findings();
        found.Present(nameof(content.Title), content.Title);
        found.Present(nameof(content.Answer), content.Answer);
        found.Once(nameof(content.Variants), content.Variants);
        CheckButtons(found, content);
        CheckCases(found, content);
        foreach (var text in content.Cases.Select(one => one.Answer).Prepend(content.Answer))
        {
            found.Markdown(nameof(content.Answer), text);
        }

        return [.. Limits(content), .. found.All];
    }

    /// <summary>The same, and that this shop has every value the texts speak of.</summary>
    public static IReadOnlyList<ContentProblem> ForCustomers(ArticleContent content, string language, IReadOnlyDictionary<string, string> values)
    {
        var found = new Findings();
        foreach (var (field, text) in content.Cases.Select(one => (nameof(content.Cases), one.Answer))
            .Append((nameof(content.Answer), content.Answer)).Append((nameof(content.ShortForm), content.ShortForm ?? "")))
        {
            if (Placeholders.Fill(text, language, values).Missing is { } missing)
            {
                found.Add(ContentFault.Placeholder, field, missing);
            }
        }

        return [.. ForCustomers(content), .. found.All];
    }

    private static void CheckButtons(Findings found, ArticleContent content)
    {
        foreach (var button in content.Buttons)
        {
            found.Present(nameof(content.Buttons), button.Label);
            if (button.Task is null == button.Link is null || (button.Task is not null && !Tasks.Contains(button.Task)))
            {
                found.Add(ContentFault.Button, nameof(content.Buttons), button.Task ?? button.Label);
            }

            found.Link(nameof(content.Buttons), button.Link?.OriginalString);
        }
    }

    private static void CheckCases(Findings found, ArticleContent content)
    {
        if (content.Cases.Count > 0)
        {
            found.Present(nameof(content.AskBack), content.AskBack ?? "");
        }

        found.Once(nameof(content.Cases), content.Cases.Select(one => one.Label));
        foreach (var one in content.Cases)
        {
            found.Present(nameof(content.Cases), one.Label);
            found.Present(nameof(content.Cases), one.Answer);
        }
    }
}
