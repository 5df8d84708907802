using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace EngageBot.People;

/// <summary>How people come in.</summary>
internal sealed class PeopleOptions
{
    public const string Section = "People";

    /// <summary>Where the keys lie that protect cookies and forms. Replicas share the folder; whoever reads it can forge a sign-in.</summary>
    [Required(ErrorMessage = "People:KeysFolder must not be empty.")]
    public string KeysFolder { get; set; } = "data/keys";

    /// <summary>Attempts to sign in from one address within a minute; more are put off.</summary>
    [Range(1, 1000, ErrorMessage = "People:SignInAttemptsPerMinute must lie between 1 and 1000.")]
    public int SignInAttemptsPerMinute { get; set; } = 10;
}

[OptionsValidator]
internal sealed partial class PeopleOptionsValidator : IValidateOptions<PeopleOptions>;
