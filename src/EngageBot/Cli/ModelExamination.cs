using System.Runtime.CompilerServices;
using EngageBot.Drafting.Rewording;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace EngageBot.Cli;

/// <summary>Asks the language model for one rewording of made-up words, where it is switched on.</summary>
internal static class ModelExamination
{
    public static async IAsyncEnumerable<Finding> RunAsync(IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Settings(services) is not { Enabled: true } settings)
            yield break;
        yield return await AskAsync(services.GetRequiredService<IChatClient>(), settings, cancellationToken);
        yield return new Finding(Grade.Note, "Rewording is on: X asks for its prior approval before a language model words replies. Switch it off with Rewording:Enabled=false until you have it.");
    }

    /// <summary>Null when they are wrong, which the examination of the configuration tells.</summary>
    private static RewordingOptions? Settings(IServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<IOptions<RewordingOptions>>().Value;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }

    private static async Task<Finding> AskAsync(IChatClient model, RewordingOptions settings, CancellationToken cancellationToken)
    {
        try
        {
            await model.GetResponseAsync(RewordingRequest.For("What a lovely evening!", "Thank you for coming, it was a joy to have you here."), cancellationToken: cancellationToken);
            return new Finding(Grade.Ok, $"The language model {settings.Model} answers at {settings.Endpoint}.");
        }
        catch (ChatTroubleException trouble)
        {
            return new Finding(Grade.Mend, $"The language model {settings.Model} at {settings.Endpoint} is of no use: {trouble.Message}.");
        }
    }
}
