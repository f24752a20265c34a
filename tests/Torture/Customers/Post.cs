namespace Warmline.Torture.Customers;

/// <summary>Something a customer wrote: under which id of the client, and what the server said to it.</summary>
internal sealed class Post(string clientId, string text)
{
    public string ClientId => clientId;

    public string Text => text;

    /// <summary>The acknowledged number; null while no answer has come.</summary>
    public long? Seq { get; set; }
}
