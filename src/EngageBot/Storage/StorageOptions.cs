using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace EngageBot.Storage;

/// <summary>Where everything is kept.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>sqlite</c> for a file beside the program, <c>postgresql</c> for a server that several replicas share.</summary>
    [RegularExpression("^(sqlite|postgresql)$", ErrorMessage = "Storage:Engine must be 'sqlite' or 'postgresql'.")]
    public string Engine { get; set; } = "sqlite";

    /// <summary>An ADO.NET connection string of the engine.</summary>
    [Required(ErrorMessage = "Storage:ConnectionString must not be empty.")]
    public string ConnectionString { get; set; } = "Data Source=data/engagebot.db";

    public bool IsSqlite => Engine == "sqlite";
}

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
