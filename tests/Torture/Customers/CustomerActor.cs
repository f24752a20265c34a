using Warmline.Torture.Judging;

namespace Warmline.Torture.Customers;

/// <summary>One customer after the other, until the run ends. At any moment others may look at the one who is there now.</summary>
internal sealed class CustomerActor(World world, int number)
{
    private volatile Customer? _present;

    /// <summary>Who talks now, once the conversation has begun.</summary>
    public Customer? Present => _present;

    public async Task RunAsync()
    {
        for (var visit = 0; !world.Ending.IsCancellationRequested; visit++)
        {
            try
            {
                await VisitAsync(new Customer(world, new Random(Seeds.Of(world.Options.Seed, number, visit))));
            }
            catch (UnansweredException)
            {
                // Told already; the next customer comes.
            }
            catch (OperationCanceledException) when (world.Over.IsCancellationRequested)
            {
                world.Court.Accuse("a talk did not come to its end", _present?.Conversation, "the end of the talk", "the end of the patience");
            }
        }
    }

    private async Task VisitAsync(Customer customer)
    {
        using var leaving = new CancellationTokenSource();
        var reading = await customer.EnterAsync(leaving.Token);
        _present = customer;
        try
        {
            await Talks.TalkAsync(customer);
            await Hearing.ComparedAtTheEndAsync(customer, world);
            world.Court.Count("conversations");
        }
        finally
        {
            _present = null;
            await leaving.CancelAsync();
            await reading;
        }
    }
}
