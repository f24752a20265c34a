using System.ComponentModel.DataAnnotations;

namespace Warmline.Bot.Understanding.SecondOpinion;

/// <summary>A language model that may be asked where the engine is unsure. None by default. Section <c>Warmline:LanguageModel</c>.</summary>
internal sealed class LanguageModelOptions
{
    public const string Section = "Warmline:LanguageModel";

    /// <summary>The address of an OpenAI-compatible service, such as <c>https://name.openai.azure.com/openai/v1/</c>; with none, nobody is asked.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name there.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key to the service; belongs into the environment or a vault, not into a file.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>How long a customer's turn may wait for it. Default 2.5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:10")]
    public TimeSpan Budget { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long it is left alone after it failed. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Rest { get; set; } = TimeSpan.FromSeconds(30);
}
