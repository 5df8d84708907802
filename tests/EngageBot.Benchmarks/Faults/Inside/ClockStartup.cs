using EngageBot.Benchmarks.Faults.Inside;

[assembly: HostingStartup(typeof(ClockStartup))]

namespace EngageBot.Benchmarks.Faults.Inside;

/// <summary>Puts the bench's clock into the program (ASPNETCORE_HOSTINGSTARTUPASSEMBLIES names this assembly).</summary>
internal sealed class ClockStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder)
    {
        if (Environment.GetEnvironmentVariable(Orders.Clock) is not { Length: > 0 } file)
            return;
        var number = Environment.GetEnvironmentVariable(Orders.ClockNumber) == "1" ? 1 : 0;
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(new SteeredClock(TimeFile.Open(file), number)));
    }
}
