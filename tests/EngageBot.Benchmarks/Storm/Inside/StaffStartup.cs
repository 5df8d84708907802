using System.Globalization;
using EngageBot.Benchmarks.Storm.Inside;

[assembly: HostingStartup(typeof(StaffStartup))]

namespace EngageBot.Benchmarks.Storm.Inside;

/// <summary>Sits people down at the desks of the measured program, where the bench asks for it.</summary>
internal sealed class StaffStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder)
    {
        if (Environment.GetEnvironmentVariable(StaffOrders.Notes) is not { Length: > 0 } folder)
            return;
        var desks = int.Parse(Environment.GetEnvironmentVariable(StaffOrders.Desks)!, CultureInfo.InvariantCulture);
        var thought = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable(StaffOrders.Thought)!, CultureInfo.InvariantCulture));
        builder.ConfigureServices(services => services.AddHostedService(provider => new Staff(provider, desks, thought, new Notes(folder))));
    }
}
