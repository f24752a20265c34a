using System.Globalization;
using Warmline.Torture.Customers;

namespace Warmline.Torture.Channels;

/// <summary>One customer of the channel after the other, each in a conversation of their own, judged when they have nothing more to say.</summary>
internal sealed class ChannelActor(World world, FailingChannel channel, SentJudge judge, int number)
{
    public async Task RunAsync()
    {
        for (var visit = 0; !world.Ending.IsCancellationRequested; visit++)
        {
            var conversation = string.Create(CultureInfo.InvariantCulture, $"19:torture-{number}-{visit}@thread.tacv2");
            var customer = new ChannelCustomer(world, channel, judge, new Random(Seeds.Of(world.Options.Seed, 3000 + number, visit)), conversation);
            try
            {
                await Talks.TalkAsync(customer);
                await judge.JudgeAsync(conversation, customer.Posts);
                world.Court.Count("conversations in the channel");
            }
            catch (UnansweredException)
            {
                // Told already; the next customer comes.
            }
            catch (OperationCanceledException) when (world.Over.IsCancellationRequested)
            {
                world.Court.Accuse("a talk in the channel did not come to its end", conversation, "the end of the talk", "the end of the patience");
            }

            channel.Forget(conversation);
        }
    }
}
