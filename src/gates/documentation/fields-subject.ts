import type { Field } from './field.js'
import { list } from './labels.js'

/** What the model is, whom it concerns and who answers for it. */
export const SUBJECT_FIELDS: readonly Field[] = [
  {
    id: 'model_details',
    names: list(`
      Model details; Model description; 모델 상세; Model overview; Model summary; Model information; About the model;
      About this model; Model specification; Basic information; General information; Model architecture;
      모델 상세 정보; 모델 세부 정보; 모델 세부 사항; 모델 정보; 모델 개요; 모델 설명; 모델 소개; 모델 요약;
      기본 정보; 모델 기본 정보; 모델 사양; 모델 구조
    `),
    broad: list(`
      Overview; Description; 개요; 소개; 설명
    `),
  },
  {
    id: 'factors',
    names: list(`
      Factors; Relevant factors; 요인; Evaluation factors; Demographic factors; Demographic groups; Subgroups;
      Factors affecting model efficiency; Relevant groups; Population factors; 고려 요인; 관련 요인; 평가 요인;
      인구통계학적 요인; 인구통계 요인; 인구 집단; 하위 집단; 영향 요인; 요소
    `),
    broad: ['Testing data, factors & metrics', '평가 데이터, 요인 및 지표'],
  },
  {
    id: 'metrics',
    names: list(`
      Metrics; Evaluation metrics; 평가 지표; Performance metrics; Performance measures; Model performance measures;
      Model metrics; Evaluation measures; Metric rationale; Choice of metrics; Decision thresholds; 지표; 성능 지표;
      측정 지표; 평가 척도; 메트릭; 성능 메트릭; 평가 메트릭; 지표 선정 근거; 결정 임계값; 성능 측정값
    `),
    broad: ['Testing data, factors & metrics', '평가 데이터, 요인 및 지표'],
  },
  {
    id: 'ethical_considerations',
    names: list(`
      Ethical considerations; Ethics; 윤리적 고려 사항; Ethical consideration and risks;
      Risks and ethical considerations; Ethical risks; Ethics and safety; Ethics statement;
      Responsible AI considerations; Responsible AI; Risks and harms; Ethical considerations and limitations;
      Limitations and ethical considerations; Ethical aspects; Ethical issues; 윤리 고려 사항; 윤리적 고려; 윤리;
      윤리적 위험; 윤리적 쟁점; 윤리적 문제; 윤리 및 안전; 윤리적 영향; 책임 있는 AI; 위험 및 피해;
      한계 및 윤리적 고려 사항; 윤리적 고려 사항 및 한계
    `),
  },
  {
    id: 'recommendations',
    names: list(`
      Recommendations; Caveats and recommendations; 권고 사항; Recommendations for use; Usage recommendations;
      Limitations and recommendations; Recommendations and limitations; Recommended practices; User recommendations;
      권고; 권장 사항; 권장; 사용 권고; 사용 권장 사항; 주의 및 권고 사항; 유의 사항 및 권고 사항; 한계 및 권고 사항
    `),
  },
  {
    id: 'owner',
    names: list(`
      Owner; Model owner; 담당자; Ownership; Developed by; Developer; Model developer; Model creator; Maintainer;
      Maintained by; Author; Model author; Model card author; Owned by; Owning team; Responsible person; Team;
      Responsible team; Accountable owner; Person or organization developing model; Shared by; 소유자; 모델 소유자;
      모델 담당자; 책임자; 모델 책임자; 관리자; 담당 부서; 담당 팀; 담당 조직; 개발자; 모델 개발자; 개발사;
      개발 조직; 개발 팀; 작성자; 모델 카드 작성자; 소유 팀; 운영 담당자
    `),
  },
  {
    id: 'license',
    names: list(`
      License; Licence; 라이선스; Model license; Licensing; Licensing information; License information; License name;
      Terms of use; 라이센스; 모델 라이선스; 라이선스 정보; 사용권; 이용 허락; 사용 허가; 이용 약관
    `),
  },
  {
    id: 'version',
    names: list(`
      Version; Model version; 버전; Model date and version; Version information; Version history; Release; Changelog;
      Version details; Revision; Model release; 모델 버전; 버전 정보; 버전 이력; 변경 이력; 개정 이력; 릴리스
    `),
  },
  {
    id: 'contact',
    names: list(`
      Contact; Model card contact; 연락처; Contact information; Contact details; Contact us; Feedback;
      Questions or comments; Where to send questions; Where to send questions or comments about the model; Email;
      문의; 문의처; 문의 사항; 담당자 연락처; 모델 카드 연락처; 연락 정보; 연락 방법; 이메일
    `),
  },
  {
    id: 'fairness',
    names: list(`
      Fairness; Fairness assessment; 공정성; Fairness analysis; Fairness evaluation; Fairness report;
      Fairness results; Fairness considerations; Fairness and bias; Bias and fairness; Bias; Bias analysis;
      Bias evaluation; Bias assessment; Fairness metrics; Subgroup evaluation results; Bias mitigation;
      Unitary and intersectional results; 공정성 평가; 공정성 평가 결과; 공정성 분석; 공정성 검증; 공정성 지표;
      공정성 및 편향; 편향; 편향성; 편향 분석; 편향 평가; 편향 및 공정성; 편향 완화; 집단별 평가 결과; 집단별 성능;
      공정성 고려 사항
    `),
  },
  {
    id: 'monitoring',
    names: list(`
      Monitoring; Monitoring plan; 모니터링; Model monitoring; Post-market monitoring; Post-market monitoring plan;
      Post-deployment monitoring; Production monitoring; Drift monitoring; Performance monitoring;
      Ongoing monitoring; Monitoring and maintenance; Maintenance and monitoring; Operation and monitoring;
      Monitoring and alerting; 모니터링 계획; 모델 모니터링; 성능 모니터링; 운영 모니터링; 드리프트 모니터링;
      사후 모니터링; 시판 후 모니터링; 모니터링 및 유지 보수; 운영 및 모니터링; 모니터링 방안; 모니터링 체계;
      감시 계획
    `),
  },
  {
    id: 'human_oversight',
    names: list(`
      Human oversight; Human in the loop; 사람의 감독; Human review; Human supervision; Human control; Oversight;
      Human oversight measures; Human oversight plan; Human intervention; Human involvement; 인적 감독; 인간의 감독;
      인간 감독; 사람의 개입; 인간의 개입; 인적 개입; 사람에 의한 감독; 사람의 관리·감독; 사람의 검토; 인적 검토;
      휴먼 인 더 루프; 감독 방안; 사람의 감독 방안; 인간의 감독 방안
    `),
  },
]
