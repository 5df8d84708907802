using System.Net;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace EngageBot.Drafting.Rewording;

internal static class RewordingRegistration
{
    /// <summary>The language model of section <c>Rewording</c>, off unless it is switched on.</summary>
    public static void AddRewording(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RewordingOptions>().BindConfiguration(RewordingOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RewordingOptions>, RewordingOptionsValidator>();
        builder.Services.AddSingleton<IChatClient, ChatCompletions>();
        builder.Services.AddSingleton<Rewordings>();
        // The factory's own loggers would write headers at Trace, and with them the key: they are taken out.
        builder.Services.AddHttpClient(ChatCompletions.ClientName)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }
}
