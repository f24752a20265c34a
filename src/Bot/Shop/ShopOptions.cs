using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Shop;

/// <summary>Where the shop's own files are: section <c>Warmline</c>.</summary>
internal sealed class ShopOptions
{
    public const string Section = "Warmline";

    /// <summary>Folder for everything Warmline keeps; relative to the content root. Default: <c>data</c>.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";
}

/// <summary>A returns file that can't be used stops the start: better than wrong promises later.</summary>
internal sealed class ReturnsFileCheck(IHostEnvironment host) : IValidateOptions<ShopOptions>
{
    public ValidateOptionsResult Validate(string? name, ShopOptions options)
    {
        var file = new ShopFolder(host.ContentRootPath, options.DataFolder).ReturnsFile;
        if (!File.Exists(file))
        {
            return ValidateOptionsResult.Success;
        }

        try
        {
            ReturnPolicy.Parse(File.ReadAllBytes(file));
            return ValidateOptionsResult.Success;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return ValidateOptionsResult.Fail($"{file}: {e.Message}");
        }
    }
}
