using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.UserSecrets;
using Microsoft.Extensions.Logging.Console;

namespace EngageBot.Cli;

/// <summary>Where settings come from: appsettings.json, user secrets, environment, command line; later ones win.</summary>
internal static class Configuration
{
    private static readonly string[] Sections =
        ["Storage", "X", "Sandbox", "Library", "Rewording", "Learning", "Listening", "Approving", "Posting", "People", "Desk", "Api", "Urls", "Logging", "AllowedHosts", "Kestrel"];

    public static WebApplicationBuilder CreateBuilder(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = Root(), WebRootPath = WebRoot() });
        AddUserSecrets(builder.Configuration);
        RefuseUnknownSections(builder.Configuration);
        LogToStandardError(builder.Logging);
        return builder;
    }

    /// <summary>The folder with appsettings.json: where the program was started, else where it lies.</summary>
    private static string Root() =>
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    /// <summary>Published, the style sheet lies beside the program, wherever it is started from; null leaves it to the build.</summary>
    private static string? WebRoot() =>
        Path.Combine(AppContext.BaseDirectory, "wwwroot") is var published && Directory.Exists(published) ? published : null;

    /// <summary>The host reads user secrets in development only; a self-hoster's keys belong there just as well.</summary>
    private static void AddUserSecrets(ConfigurationManager configuration)
    {
        if (typeof(Configuration).Assembly.GetCustomAttributes(typeof(UserSecretsIdAttribute), false) is not [UserSecretsIdAttribute id, ..])
            return;
        var secrets = PathHelper.GetSecretsPathFromSecretsId(id.UserSecretsId);
        var source = new JsonConfigurationSource { Path = secrets, Optional = true, ReloadOnChange = false };
        source.ResolveFileProvider();
        var lastFile = configuration.Sources.ToList().FindLastIndex(known => known is JsonConfigurationSource);
        configuration.Sources.Insert(lastFile + 1, source);
    }

    /// <summary>Standard output belongs to results.</summary>
    private static void LogToStandardError(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // A start that fails is told in one line, see Trouble; what brings a running host down is logged as critical.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // It warns at every form that it forbids caching it, which is what we want.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", LogLevel.Error);
    }

    private static void RefuseUnknownSections(IConfigurationRoot configuration)
    {
        var unknown = configuration.Providers.OfType<JsonConfigurationProvider>()
            .SelectMany(file => file.GetChildKeys([], null))
            .FirstOrDefault(section => !Sections.Contains(section, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
            throw new BadInputException($"Unknown setting in appsettings.json: {unknown}. Check its spelling, or remove it. Known: {string.Join(", ", Sections)}.");
    }
}
