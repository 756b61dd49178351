// 40 requests a second for 20 seconds, each for another customer.
//   k6 run -e TARGET=http://127.0.0.1:8080 -e SUMMARY=outputs/k6.json k6.js
import { check } from 'k6'
import http from 'k6/http'

export const options = {
  scenarios: {
    predict: {
      executor: 'constant-arrival-rate',
      rate: 40,
      timeUnit: '1s',
      duration: '20s',
      preAllocatedVUs: 10,
    },
  },
  summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)', 'p(99)'],
}

export default function () {
  const customer = {
    tenure_months: 1 + ((__ITER * 7) % 90),
    monthly_charge: 20 + ((__ITER * 13) % 80),
    support_calls: __ITER % 6,
    days_since_login: (__ITER * 3) % 45,
    yearly_contract: __ITER % 2,
    discount: ((__ITER * 11) % 40) / 100,
  }
  const response = http.post(`${__ENV.TARGET}/predict`, JSON.stringify(customer))
  check(response, {
    'answers with a probability': (r) => r.status === 200 && r.json('churn') >= 0 && r.json('churn') <= 1,
  })
}

export function handleSummary(data) {
  return { [__ENV.SUMMARY]: `${JSON.stringify(data, null, 2)}\n` }
}
