using System.Globalization;

namespace Warmline.Torture.Customers;

/// <summary>What customers come for. Each talk ends in something that can be counted.</summary>
internal static class Talks
{
    public const string StatusWord = "Stoneware mug";
    private const string Returns = "How many days do I have to return something?";
    private static readonly string[] Questions = [Returns, "How much is delivery?", "Which payment methods do you accept?", "Hello", "Thanks"];

    public static Task TalkAsync(ITalker customer) => customer.Random.Next(100) switch
    {
        < 35 => OrderAsync(customer),
        < 60 => CallbackAsync(customer),
        < 85 => ChatterAsync(customer),
        _ => PersonAsync(customer),
    };

    // Number asked, number given, e-mail asked, e-mail given, status told: the dialog's state lives over every death between.
    private static async Task OrderAsync(ITalker customer)
    {
        await customer.HearAsync(await customer.SayAsync("Where is my order?"), "order number");
        await customer.HearAsync(await customer.SayAsync("LL-2442"), "e-mail");
        await customer.HearAsync(await customer.SayAsync("emily.carter@example.com"), StatusWord);
    }

    private static async Task CallbackAsync(ITalker customer)
    {
        await customer.HearAsync(await customer.SayAsync("Please call me back"), "number should we call", "phone number");
        await customer.HearAsync(await customer.SayAsync("+44 20 7946 0018"), "suit you", "day and time");
        await customer.HearAsync(await customer.SayAsync("any time, about the mug with a crack"), "Is that right");
        await customer.HearAsync(await customer.SayAsync("yes"), "CB-");
    }

    // Quickly, without waiting: several lines may meet one turn, or a kill.
    private static async Task ChatterAsync(ITalker customer)
    {
        var lines = customer.Random.Next(2, 7);
        for (var line = 0; line < lines; line++)
        {
            var post = await customer.SayAsync(Questions[customer.Random.Next(Questions.Length)], mayGiveUp: true);
            if (post.Seq is not null && customer.Random.Next(3) == 0)
            {
                await customer.HearAsync(post);
            }
        }

        await customer.HearAsync(await customer.SayAsync(Returns));
    }

    private static async Task PersonAsync(ITalker customer)
    {
        var asked = await customer.SayAsync("I want to talk to a person");
        await customer.HearAsync(asked, "in line for a person", "None of our team");
        await customer.HearAsync(asked, "has joined");
        var lines = customer.Random.Next(1, 4);
        for (var line = 1; line <= lines; line++)
        {
            await customer.SayAsync(string.Create(CultureInfo.InvariantCulture, $"Thank you, this is line {line}"));
        }

        await customer.HearAsync(asked, "has closed");
        await customer.HearAsync(await customer.SayAsync(Returns), "30");
    }
}
