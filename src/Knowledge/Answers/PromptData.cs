using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Warmline.Knowledge.Answers;

/// <summary>A prompt: what to do in the one message, what to do it with as JSON in the other. Nothing in the JSON can end it.</summary>
internal static class PromptData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly Dictionary<string, string> Names = new()
    {
        ["en"] = "English",
        ["pl"] = "Polish",
        ["ru"] = "Russian",
        ["fa"] = "Persian",
    };

    /// <summary>The name a model knows a language by.</summary>
    public static string LanguageName(string language) => Names.GetValueOrDefault(language, "English");

    public static ChatHistory Of(string instruction, object material)
    {
        var prompt = new ChatHistory(instruction);
        prompt.AddUserMessage(JsonSerializer.Serialize(material, Json));
        return prompt;
    }

    /// <summary>The beginning of a text that is too long for a prompt.</summary>
    public static string Shortened(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
