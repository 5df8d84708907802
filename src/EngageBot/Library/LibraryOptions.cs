using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace EngageBot.Library;

/// <summary>Where the words lie.</summary>
internal sealed class LibraryOptions
{
    /// <summary>A folder, relative to where the program starts.</summary>
    [Required]
    public string Path { get; set; } = "prompts";

    /// <summary>How often the folder is looked at for changes.</summary>
    [Range(1, 3600)]
    public int SecondsBetweenLooks { get; set; } = 2;
}

[OptionsValidator]
internal sealed partial class LibraryOptionsValidator : IValidateOptions<LibraryOptions>;
