using EngageBot.Language.Encoder;
using EngageBot.Library.Editing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EngageBot.Library;

/// <summary>Puts the library at everybody's disposal.</summary>
internal static class LibraryRegistration
{
    public static WebApplicationBuilder AddLibrary(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LibraryOptions>().BindConfiguration("Library").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<LibraryOptions>, LibraryOptionsValidator>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => Load(services.GetRequiredService<IOptions<LibraryOptions>>().Value.Path, services.GetRequiredService<SentenceEncoder>()));
        builder.Services.AddHostedService<LibraryWatcher>();
        builder.Services.AddSingleton(services => new LibraryFolder(services.GetRequiredService<PromptLibrary>().Folder, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<LibraryEdits>();
        builder.Services.AddSingleton<LibraryHistory>();
        return builder;
    }

    private static PromptLibrary Load(string path, SentenceEncoder encoder)
    {
        var library = new PromptLibrary(Whereabouts(path), encoder);
        library.Refresh();
        return library;
    }

    /// <summary>Under the working folder; where that has none, beside the program, as it was published.</summary>
    private static string Whereabouts(string path) =>
        !Directory.Exists(path) && Path.Combine(AppContext.BaseDirectory, path) is var beside && Directory.Exists(beside) ? beside : path;
}
