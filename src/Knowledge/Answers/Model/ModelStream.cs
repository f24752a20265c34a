using System.Text;
using Microsoft.SemanticKernel;
using OpenAI.Chat;
using Warmline.Knowledge.Answers.Checks;

namespace Warmline.Knowledge.Answers.Model;

/// <summary>A text while it is being written: what came, which sentences were accepted, what it costs.</summary>
internal sealed class ModelStream(Func<string, bool> accepts, int expectedRead)
{
    private const int LongestText = 8000;
    private readonly SentenceCutter _cutter = new();
    private readonly StringBuilder _text = new();
    private string? _finish;
    private bool _refused;
    private int? _written;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Tokens it read.</summary>
    public int Read { get; private set; } = expectedRead;

    /// <summary>Tokens it wrote; estimated where it never came to say.</summary>
    public int Written => _written ?? ModelCalls.Tokens(_text.ToString());

    /// <summary>False: enough, this will not be let through.</summary>
    public bool Take(StreamingChatMessageContent part)
    {
        _finish = part.Metadata?.GetValueOrDefault("FinishReason") as string ?? _finish;
        if (part.Metadata?.GetValueOrDefault("Usage") is ChatTokenUsage usage)
        {
            (Read, _written) = (usage.InputTokenCount, usage.OutputTokenCount);
        }

        _text.Append(part.Content);
        _refused |= _text.Length > LongestText || !_cutter.Add(part.Content ?? "").All(accepts);
        return !_refused;
    }

    /// <summary>Nothing was asked after all.</summary>
    public void CostsNothing() => (Read, _written) = (0, 0);

    public ModelReply End()
    {
        if (_refused)
        {
            return new(null, ModelFault.Refused);
        }

        if (_finish != nameof(ChatFinishReason.Stop))
        {
            return new(null, ModelFault.Cut);
        }

        if (string.IsNullOrWhiteSpace(_text.ToString()))
        {
            return new(null, ModelFault.Empty);
        }

        return _cutter.Rest() is { } last && !accepts(last) ? new(null, ModelFault.Refused) : new(_text.ToString().Trim(), ModelFault.None);
    }
}
