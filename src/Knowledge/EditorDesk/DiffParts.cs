using Microsoft.AspNetCore.Components;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.EditorDesk;

/// <summary>A difference as marked text: what went is struck through, what came is underlined, and both say so to those who only hear it.</summary>
internal static class DiffParts
{
    public static RenderFragment Of(IReadOnlyList<DiffPart> parts) => builder =>
    {
        foreach (var part in parts)
        {
            builder.OpenElement(0, part.Kind switch { DiffKind.Added => "ins", DiffKind.Removed => "del", _ => "span" });
            builder.AddContent(1, part.Text);
            builder.CloseElement();
        }
    };
}
