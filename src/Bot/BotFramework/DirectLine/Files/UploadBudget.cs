using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine.Files;

/// <summary>How many bytes all uploads under way may hold together: many at once are slowed down, the process stays alive.</summary>
internal sealed class UploadBudget(IOptions<DirectLineOptions> options)
{
    private long _held;

    internal Share Open() => new(this);

    /// <summary>What one upload holds; given back in the end.</summary>
    internal sealed class Share(UploadBudget budget) : IDisposable
    {
        private long _taken;

        internal bool TryTake(int bytes)
        {
            if (Interlocked.Add(ref budget._held, bytes) > budget.MostAtOnce)
            {
                Interlocked.Add(ref budget._held, -bytes);
                return false;
            }

            _taken += bytes;
            return true;
        }

        public void Dispose() => Interlocked.Add(ref budget._held, -_taken);
    }

    private long MostAtOnce => options.Value.MaxUploadBytesAtOnce;
}
