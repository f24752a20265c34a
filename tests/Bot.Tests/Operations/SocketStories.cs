using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Warmline.Bot.Tests.Stories;

namespace Warmline.Bot.Tests.Operations;

public sealed class SocketStories
{
    private const int Chats = 50;
    private const int TabsEach = 9;

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task Five_hundred_open_sockets_all_hear_their_own_chat_and_are_let_go()
    {
        await using var app = WarmlineApplication.Open(("Warmline:Limits:SocketsPerVisitor", "10"));
        using var open = new MetricCollector<int>(app.Services.GetRequiredService<IMeterFactory>(), "Warmline", "warmline.sockets.open");
        var customers = await Task.WhenAll(Enumerable.Range(0, Chats).Select(_ => app.OpenChatAsync()));
        var tabs = await Task.WhenAll(customers.SelectMany(customer => Enumerable.Range(0, TabsEach).Select(_ => Stream.TryOpenAsync(customer, Cancel))));
        await AreOpenAsync(open, Chats * (TabsEach + 1)); // the client is let in a moment before the server counts it

        await Task.WhenAll(customers.Select((customer, number) => customer.SayAsync($"this is number {number}.", Cancel)));
        await Task.WhenAll(tabs.Select((tab, number) => tab.HearAsync($"this is number {number / TabsEach}.", Cancel)));

        Array.ForEach(tabs, tab => tab.Dispose());
        await AreOpenAsync(open, Chats);
    }

    private static async Task AreOpenAsync(MetricCollector<int> open, int expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
            open.RecordObservableInstruments();
        }
        while (open.LastMeasurement!.Value != expected);
    }
}
