using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace EngageBot.Storage;

/// <summary>Where everything is kept.</summary>
internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    /// <summary><c>sqlite</c> for a file beside the program, <c>postgresql</c> for a server that several replicas share.</summary>
    [Required(ErrorMessage = "Storage:Engine must be 'sqlite' or 'postgresql'.")]
    [RegularExpression("^(sqlite|postgresql)$", ErrorMessage = "Storage:Engine must be 'sqlite' or 'postgresql'.")]
    public string Engine { get; set; } = "sqlite";

    /// <summary>An ADO.NET connection string of the engine.</summary>
    [Required(ErrorMessage = "Storage:ConnectionString must not be empty.")]
    public string ConnectionString { get; set; } = "Data Source=data/engagebot.db";

    public bool IsSqlite => Engine == "sqlite";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!CanBeRead())
            yield return new ValidationResult($"Storage:ConnectionString cannot be read. Write it like '{(IsSqlite ? "Data Source=data/engagebot.db" : "Host=localhost;Username=engagebot;Database=engagebot")}'.");
    }

    private bool CanBeRead()
    {
        try
        {
            DbConnectionStringBuilder builder = IsSqlite ? new SqliteConnectionStringBuilder(ConnectionString) : new NpgsqlConnectionStringBuilder(ConnectionString);
            return builder.Count > 0;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            return false;
        }
    }
}

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
