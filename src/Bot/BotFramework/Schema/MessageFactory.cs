namespace BotFramework.Schema;

/// <summary>Makes messages. Text is plain unless said otherwise, because customers' words are often quoted in it.</summary>
public static class MessageFactory
{
    public static Activity Text(string text, string? inputHint = null, string textFormat = TextFormats.Plain) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        TextFormat = textFormat,
        InputHint = inputHint ?? InputHints.AcceptingInput,
    };

    /// <summary>A message with one button per title; pressing it says the title.</summary>
    public static Activity SuggestedActions(IEnumerable<string> titles, string text) =>
        SuggestedActions(titles.Select(title => CardAction.ImBack(title)), text);

    /// <summary>A message with buttons.</summary>
    public static Activity SuggestedActions(IEnumerable<CardAction> actions, string text)
    {
        var message = Text(text);
        message.SuggestedActions = new SuggestedActions { Actions = [.. actions] };
        return message;
    }

    public static Activity Attachment(Attachment attachment, string text = "") => Attachment([attachment], text);

    public static Activity Attachment(IEnumerable<Attachment> attachments, string text = "")
    {
        var message = Text(text);
        message.Attachments = [.. attachments];
        message.AttachmentLayout = AttachmentLayouts.List;
        return message;
    }
}
