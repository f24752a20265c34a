using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Warmline.Knowledge.Answers.Model;

/// <summary>A language model that may be asked, for what, and at what cost. None by default. Section <c>Warmline:LanguageModel</c>.</summary>
public sealed class LanguageModelOptions
{
    /// <summary>Where the host's settings keep it.</summary>
    public const string Section = "Warmline:LanguageModel";

    /// <summary>The address of an OpenAI-compatible service, such as <c>https://name.openai.azure.com/openai/v1/</c>; with none, nobody is asked.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name there; on Azure the deployment's.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key to the service; belongs into the environment or a vault, not into a file.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The header that carries the key instead of <c>Authorization: Bearer</c>; Azure also takes <c>api-key</c>. Default: none.</summary>
    [RegularExpression("^[A-Za-z][A-Za-z0-9-]*$", ErrorMessage = "Warmline:LanguageModel:KeyHeader must be the name of a header.")]
    public string? KeyHeader { get; set; }

    /// <summary>
    /// Azure's older addresses want <c>?api-version=</c>; the <see cref="Endpoint"/> is then
    /// <c>https://name.openai.azure.com/openai/deployments/deployment/</c>. Default: none.
    /// </summary>
    public string? ApiVersion { get; set; }

    /// <summary>How long a customer's turn may wait for a second opinion. Default 2.5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:10")]
    public TimeSpan Budget { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long it is left alone after it failed. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Rest { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether answers are written from the articles that were found. Default: yes, where there is an <see cref="Endpoint"/>.</summary>
    public bool WriteAnswers { get; set; } = true;

    /// <summary>Whether agents may ask for a summary: transcripts go to the service, with personal data masked. Default: no.</summary>
    public bool Summarize { get; set; }

    /// <summary>Whether agents may ask for a suggested reply. Default: no.</summary>
    public bool SuggestReplies { get; set; }

    /// <summary>Whether agents may ask for translations of the customer's lines and of their own drafts. Default: no.</summary>
    public bool Translate { get; set; }

    /// <summary>How long all of a written text may take. Default 8 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:12")]
    public TimeSpan WriteWithin { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long its first word may take. Default 4 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:12")]
    public TimeSpan FirstWordWithin { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>The longest text it may write, in tokens. Default 500.</summary>
    [Range(50, 4000)]
    public int LongestText { get; set; } = 500;

    /// <summary>Texts that are written at the same time on a node; one more is not asked for. Default 8.</summary>
    [Range(1, 1000)]
    public int AtOnce { get; set; } = 8;

    /// <summary>Answers a node remembers, so that the same question about the same articles costs once. Default 1000; 0 for none.</summary>
    [Range(0, 100_000)]
    public int RememberedAnswers { get; set; } = 1000;

    /// <summary>The most one conversation may use a day. Its desk has another budget of the same size.</summary>
    [ValidateObjectMembers]
    public SpendingLimit PerConversation { get; set; } = new() { Calls = 30, Tokens = 100_000 };

    /// <summary>The most a node may use a day (UTC) for written texts. Second opinions, a dozen tokens each, are not counted.</summary>
    [ValidateObjectMembers]
    public SpendingLimit PerDay { get; set; } = new() { Calls = 5000, Tokens = 10_000_000 };

    /// <summary>What 1,000 tokens of a question cost, in the currency of <see cref="SpendingLimit.Money"/>. Default 0: money is not counted.</summary>
    [Range(0, 1000)]
    public decimal PricePer1000Read { get; set; }

    /// <summary>What 1,000 tokens of a written text cost. Default 0.</summary>
    [Range(0, 1000)]
    public decimal PricePer1000Written { get; set; }
}
