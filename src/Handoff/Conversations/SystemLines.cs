using System.Globalization;
using System.Resources;
using System.Text.Json;
using Warmline.Handoff.Data;
using Warmline.Handoff.Files;
using Warmline.Handoff.Promises;

namespace Warmline.Handoff.Conversations;

/// <summary>What the house itself tells a customer. The key is stored beside the customer's text, so that the desk shows it in the agent's language.</summary>
internal static class SystemLines
{
    // First strong isolate … pop: a Latin name or number inside a Persian sentence stays whole.
    private const char IsolateStart = '\u2068';

    // How an activity refers to a kept file, for every channel.
    private const string KeptFile = "kept-file:";
    private const int LongestCount = 4;
    private const char IsolateEnd = '\u2069';
    private static readonly ResourceManager Texts = new("Warmline.Handoff.Conversations.SystemTexts", typeof(SystemLines).Assembly);

    public static Task AppendAsync(HandoffDb db, Conversation conversation, DateTime now, string key, params string[] args) =>
        AppendAsync(db, conversation, now, Line(conversation, key, args));

    /// <summary>The same with a file beside the words; it is stored with the line, and clients get a signed link to it.</summary>
    public static async Task AppendWithFileAsync(HandoffDb db, Conversation conversation, DateTime now, NewFile file, string key, params string[] args)
    {
        var line = Line(conversation, key, args);
        var attachment = new { contentType = file.MediaType, contentUrl = KeptFile + file.Id, name = file.Name };
        var activity = JsonSerializer.Serialize(new { type = "message", text = line.Text, textFormat = "plain", attachments = new[] { attachment } });
        db.Add(FileRecord.Of(file, await AppendAsync(db, conversation, now, line with { Activity = activity })));
    }

    /// <summary>The sentence in a language; an unknown key gives the key, so that an old log still shows something.</summary>
    public static string Text(string key, string language, params IReadOnlyList<string> args)
    {
        var sentence = Texts.GetString(key, CultureInfo.GetCultureInfo(language)) ?? key;
        var isolated = args.Select(arg => CallTime.Read(arg, language) ?? arg).Select(object (a) => language == "fa" ? InPersian(a) : a).ToArray();
        return string.Format(CultureInfo.InvariantCulture, sentence, isolated);
    }

    private static NewLine Line(Conversation conversation, string key, string[] args) => new(LineKind.Said, Text(key, conversation.Language, args))
    {
        SystemKey = key,
        SystemArgs = JsonSerializer.Serialize(args),
    };

    private static async Task<LogLine> AppendAsync(HandoffDb db, Conversation conversation, DateTime now, NewLine line) =>
        (await Appending.AppendAsync(db, conversation, Author.System(conversation.Epoch), [line], now)
            ?? throw new InvalidOperationException("The house may always speak under the present epoch."))[0];

    // A count is read in Persian digits; names, phone numbers and references stay as they are written.
    private static string InPersian(string arg) => arg.Length <= LongestCount && arg.All(char.IsAsciiDigit)
        ? string.Concat(arg.Select(digit => (char)('۰' + (digit - '0'))))
        : $"{IsolateStart}{arg}{IsolateEnd}";
}
