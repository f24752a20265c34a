using Microsoft.SemanticKernel.ChatCompletion;

namespace Warmline.Knowledge.Answers.Model;

/// <summary>What is asked of the model. <see cref="Accepts"/> judges each sentence as soon as it is whole; one refused ends the text.</summary>
internal sealed record ModelRequest(string Purpose, string Conversation, ChatHistory Prompt, Func<string, bool> Accepts);
