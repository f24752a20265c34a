namespace Warmline.Torture.Customers;

/// <summary>Somebody who says lines and hears answers, by whatever way.</summary>
internal interface ITalker
{
    Random Random { get; }

    /// <summary>Says a line until it is acknowledged; who may give up does so, sometimes, after no answer came.</summary>
    Task<Post> SayAsync(string text, bool mayGiveUp = false);

    /// <summary>Waits for an answer after a post in which one of these words stands.</summary>
    Task HearAsync(Post after, params string[] words);
}
