using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>Somebody with a browser. Whatever their pages complain about is kept: errors and violations of the content policy.</summary>
internal sealed partial class Person(IBrowserContext context) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();

    /// <summary>While the server is down on purpose, a page may complain about the network, and about nothing else.</summary>
    public bool ServerIsDown { get; set; }

    public async Task<IPage> NewPageAsync()
    {
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Hear(message.Type, $"{message.Text} ({message.Location})");
        page.PageError += (_, error) => Hear("error", error);
        page.Dialog += (_, dialog) => Hear("error", $"A script opened a dialog: {dialog.Message}");
        return page;
    }

    public void HasNoComplaints() => Assert.Empty(_complaints);

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Hear(string type, string text)
    {
        if (type == "error" && !(ServerIsDown && AboutNetwork().IsMatch(text)))
        {
            _complaints.Enqueue(text);
        }
    }

    [GeneratedRegex("net::|WebSocket|Connection disconnected|Failed to (fetch|load|complete|start)|Cannot send data|negotiat", RegexOptions.IgnoreCase)]
    private static partial Regex AboutNetwork();
}
