using System.Net;
using EngageBot.Networks.X.Http;
using EngageBot.Networks.X.Tokens;
using EngageBot.Networks.X.Transport;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EngageBot.Networks.X;

internal static class XServices
{
    /// <summary>Whether this build has the Tweetinvi transport.</summary>
#if TWEETINVI
    public const bool HasTweetinvi = true;
#else
    public const bool HasTweetinvi = false;
#endif

    /// <summary>X as a network of the line, configured by section <c>X</c>.</summary>
    public static IHostApplicationBuilder AddX(this IHostApplicationBuilder builder)
    {
        builder.Services.AddX(builder.Configuration);
        return builder;
    }

    /// <summary>X as a network of the line, configured by section <c>X</c>.</summary>
    public static IServiceCollection AddX(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<XOptions>().Bind(configuration.GetSection(XOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<XOptions>, XOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IXTokenStore>(provider => new FileTokenStore(provider.GetRequiredService<IOptions<XOptions>>().Value.TokenDirectory));
        services.AddSingleton(provider => new OAuth1(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TokenEndpoint>().AddSingleton<RateLimits>().AddSingleton<Verdicts>();
        services.AddSingleton<XReads>().AddSingleton<XClient>().AddSingleton<XPictures>().AddSingleton<XAccounts>().AddSingleton<XNetwork>();
        services.AddSingleton<INetwork>(provider => provider.GetRequiredService<XNetwork>());
        services.AddSingleton(TransportOf);
        AddHttp(services);
        return services;
    }

    // The factory's own loggers would write headers at Trace, and with them the keys: they are taken out.
    private static void AddHttp(IServiceCollection services) => services.AddHttpClient(HttpTransport.ClientName)
        .ConfigureHttpClient(client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.DefaultRequestHeaders.UserAgent.ParseAdd($"EngageBot/{Version}");
            client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();

    private static IXTransport TransportOf(IServiceProvider provider)
    {
#if TWEETINVI
        var options = provider.GetRequiredService<IOptions<XOptions>>().Value;
        if (options.UsesTweetinvi)
        {
            var clients = provider.GetRequiredService<IHttpClientFactory>();
            return new Tweetinvi.TweetinviTransport(
                () => clients.CreateClient(HttpTransport.ClientName), options.BaseAddress, options.Timeout, provider.GetRequiredService<TimeProvider>());
        }
#endif
        return ActivatorUtilities.CreateInstance<HttpTransport>(provider);
    }

    private static string Version => typeof(XServices).Assembly.GetName().Version?.ToString(3) ?? "0";
}
