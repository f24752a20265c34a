using System.Text.RegularExpressions;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>What a customer of the demo shop writes, in one language.</summary>
internal sealed record Script(
    string Language, string OrderNumber, string Email, string WhereIsIt, string Returns, string CallMe, string Phone, string When,
    string Yes, string Person, string Hello, string AgentHello, string Again)
{
    private const string ThirtyDays = "30|۳۰";

    public static readonly Regex Days = new(ThirtyDays);

    public bool IsRightToLeft => Language == "fa";

    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    public static Script In(string language) => language switch
    {
        "en" => new Script("en", "LL-2484", "oliver.hughes@example.com", "Where is my order?", "What is your return policy?", "Please call me back",
            "+44 20 7946 0958", "any time", "yes", "I want to talk to a person",
            "Hello, can you hear me?", "Good evening, I have read everything.", "And what about my vase?"),
        "pl" => new Script("pl", "LL-2463", "katarzyna.wrona@example.com", "Gdzie jest moje zamówienie?", "Jakie są zasady zwrotów?", "Proszę o telefon",
            "+48 600 700 800", "obojętnie kiedy", "tak", "Chcę porozmawiać z człowiekiem",
            "Dzień dobry, czy jest tam ktoś?", "Dobry wieczór, znam już całą rozmowę.", "A co z moim wazonem?"),
        "fa" => new Script("fa", "LL-2470", "reza.karimi@example.com", "سفارش من کجاست؟", "شرایط مرجوعی چیست؟", "لطفاً با من تماس بگیرید",
            "+98 912 345 6789", "هر زمان", "بله", "می‌خواهم با یک انسان صحبت کنم",
            "سلام، صدای من را دارید؟", "عصر بخیر، همهٔ گفت‌وگو را خواندم.", "گلدان LL-2470 چه شد؟"),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No script for this language."),
    };
}
